package org.parley.sessions;

import java.util.UUID;

/**
 * A new password has ended all sessions of an account except one. Fired in the transaction. All sockets of the other
 * sessions close, also those of old sessions whose row is already deleted.
 */
public record OtherSessionsEnded(long accountId, UUID kept) {}
