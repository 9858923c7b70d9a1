package org.parley.invites;

import java.util.List;

/** A page of a room's links. @param next the cursor of the next page; {@code null} at the end */
record InvitesJson(List<InviteJson> invites, String next) {}
