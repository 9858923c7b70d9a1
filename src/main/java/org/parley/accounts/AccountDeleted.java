package org.parley.accounts;

/** A person has deleted their account. Fired in the transaction; the account is still a member of its rooms. */
public record AccountDeleted(long accountId) {}
