package org.parley.sessions;

import java.util.UUID;
import org.parley.accounts.Account;

/**
 * A session that has just been opened or refreshed. Only its client gets {@code refreshToken}; the database has its
 * hash.
 */
record OpenSession(Account account, UUID sessionId, String refreshToken) {}
