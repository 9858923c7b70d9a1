package org.parley.invites;

import java.time.Instant;

/**
 * A link as staff sees it.
 *
 * @param url where the page takes it
 * @param expiresAt {@code null} for good
 * @param usesLeft {@code null} for as many as come
 */
record InviteJson(String code, String url, Instant expiresAt, Integer usesLeft, String by, Instant createdAt) {}
