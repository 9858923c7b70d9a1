package org.parley.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;

/** @param refreshToken absent where it travels as a cookie */
record SessionJson(
        UserJson user,
        String accessToken,
        String tokenType,
        long expiresIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken) {}
