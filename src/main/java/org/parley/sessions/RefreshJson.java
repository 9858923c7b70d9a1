package org.parley.sessions;

import java.util.Optional;

/** What a refresh or a logout may say; it may also say nothing, and have no body at all. */
record RefreshJson(String refreshToken, Boolean cookie) {
    static Optional<String> token(RefreshJson body) {
        return Optional.ofNullable(body).map(RefreshJson::refreshToken);
    }

    static boolean cookie(RefreshJson body) {
        return body == null || !Boolean.FALSE.equals(body.cookie());
    }
}
