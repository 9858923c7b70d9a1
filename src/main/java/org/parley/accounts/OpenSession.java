package org.parley.accounts;

import java.util.UUID;

/** A session that has just been opened, or opened anew; {@code refreshToken} is known to nobody else yet. */
record OpenSession(Account account, UUID sessionId, String refreshToken) {}
