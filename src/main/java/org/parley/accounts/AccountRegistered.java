package org.parley.accounts;

/**
 * A new account stands; fired in its transaction, as the last thing, so that what follows from it (the membership of the
 * lobby, which locks a room) is written after everything else.
 */
public record AccountRegistered(long accountId) {}
