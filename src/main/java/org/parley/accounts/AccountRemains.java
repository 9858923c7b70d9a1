package org.parley.accounts;

/** What is stored about a person beside the account's row and the rooms. CDI finds all of them. */
public interface AccountRemains {
    /** Removes it: the account is deleted. Runs in a transaction of its own, and perhaps more than once. */
    void forget(long accountId);
}
