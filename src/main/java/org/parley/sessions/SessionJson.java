package org.parley.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.parley.accounts.UserJson;

/** @param refreshToken absent if it is sent as a cookie */
record SessionJson(
        UserJson user,
        String accessToken,
        String tokenType,
        long expiresIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken) {}
