package org.parley.accounts;

/** An administrator has changed an account. Fired in the transaction, once for each thing changed. */
public record AccountAdministered(Action action, long byId, long accountId) {
    /** The wire and the audit log use these words in lower case. */
    public enum Action {
        DISABLE,
        ENABLE,
        MAKE_ADMIN,
        UNMAKE_ADMIN,
        PASSWORD,
        END_SESSIONS,
        END_SESSION
    }
}
