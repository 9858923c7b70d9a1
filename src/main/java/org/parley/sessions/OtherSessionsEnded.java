package org.parley.sessions;

import java.util.UUID;

/**
 * All sessions of an account but one were ended by a new password; fired in the transaction. All sockets of the others
 * close, also those whose session is so old that its row is gone.
 */
public record OtherSessionsEnded(long accountId, UUID kept) {}
