package org.parley.rooms;

import java.time.Instant;

/** A ban or a mute, as owners and moderators see it. */
record SanctionJson(String username, String reason, Instant until, String by, Instant createdAt) {}
