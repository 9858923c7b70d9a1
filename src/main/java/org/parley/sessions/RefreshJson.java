package org.parley.sessions;

import java.util.Optional;

/** The body of a refresh or a logout. All of it is optional, even the body. */
record RefreshJson(String refreshToken, Boolean cookie) {
    static Optional<String> token(RefreshJson body) {
        return Optional.ofNullable(body).map(RefreshJson::refreshToken);
    }

    static boolean cookie(RefreshJson body) {
        return body == null || !Boolean.FALSE.equals(body.cookie());
    }
}
