package org.parley.messages;

import org.parley.accounts.Caller;

/**
 * A change of a message on its way into the log.
 *
 * @param target the message's number
 * @param value what its {@link ChangeKind} makes of it, such as a reaction's emoji; empty where the kind needs none
 */
public record Change(Caller caller, long roomId, long target, String value) {}
