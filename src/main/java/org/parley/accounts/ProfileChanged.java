package org.parley.accounts;

/** A person's name, text or picture has changed. Fired in the transaction. */
public record ProfileChanged(long accountId) {}
