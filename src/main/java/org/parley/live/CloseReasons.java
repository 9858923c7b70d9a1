package org.parley.live;

import jakarta.websocket.CloseReason;

/** Why we close sockets: codes of RFC 6455 and, from 4000 on, of the contract. */
final class CloseReasons {
    static final CloseReason GOING_AWAY = reason(1012, "server restarts");
    /** The same code as for a restart, so that clients reconnect and get their present rights. */
    static final CloseReason ROLE_CHANGED = reason(1012, "role changed, come back");

    static final CloseReason NOT_TEXT = reason(1003, "text frames only");
    static final CloseReason TOO_LARGE = reason(1009, "frame too large");
    static final CloseReason TOO_SLOW = reason(1013, "too slow, resume");
    static final CloseReason FLOODING = reason(4400, "too many frames");
    static final CloseReason SESSION_ENDED = reason(4401, "session ended");
    static final CloseReason ACCOUNT_DISABLED = reason(4403, "account disabled");
    static final CloseReason IDLE = reason(4408, "idle");

    private CloseReasons() {}

    private static CloseReason reason(int code, String phrase) {
        return new CloseReason(code < 4000 ? CloseReason.CloseCodes.getCloseCode(code) : () -> code, phrase);
    }
}
