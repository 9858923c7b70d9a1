package org.parley.sessions;

import java.util.UUID;

/**
 * A session was ended (logout, revocation, new password, replayed token) or its account disabled; fired in the
 * transaction. Its sockets close, its tokens are refused at once.
 */
public record SessionEnded(UUID sessionId, long accountId, boolean accountDisabled) {}
