package org.parley.sessions;

import java.util.UUID;

/**
 * A session was ended (logout, revocation, new password, replayed token), or its account was disabled. Fired in the
 * transaction. The session's sockets close, and its tokens are refused at once.
 */
public record SessionEnded(UUID sessionId, long accountId, boolean accountDisabled) {}
