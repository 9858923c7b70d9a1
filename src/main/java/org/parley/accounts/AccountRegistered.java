package org.parley.accounts;

/**
 * A new account exists. Fired in its transaction as the last thing: an observer adds the lobby membership, which locks
 * a room, so everything else is written before.
 */
public record AccountRegistered(long accountId) {}
