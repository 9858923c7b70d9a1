package org.parley.sessions;

import java.util.UUID;
import org.parley.accounts.Account;

/** A session that has just been opened, or opened anew; {@code refreshToken} is known to nobody else yet. */
record OpenSession(Account account, UUID sessionId, String refreshToken) {}
