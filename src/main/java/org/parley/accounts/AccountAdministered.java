package org.parley.accounts;

/** An administrator has changed something about an account; fired in the transaction, once for each thing changed. */
public record AccountAdministered(Action action, long byId, long accountId) {
    /** On the wire and in the audit the same words, in lower case. */
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
