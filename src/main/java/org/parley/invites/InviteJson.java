package org.parley.invites;

import java.time.Instant;

/**
 * A link as owners and moderators see it.
 *
 * @param url the address at which the page accepts the link
 * @param expiresAt {@code null} if the link does not expire
 * @param usesLeft {@code null} if the number of uses is not limited
 */
record InviteJson(String code, String url, Instant expiresAt, Integer usesLeft, String by, Instant createdAt) {}
