package org.parley.sessions;

/** @param cookie {@code false} if the refresh token is wanted in the body */
record RegistrationJson(String username, String password, String displayName, Boolean cookie) {
    String displayNameOrEmpty() {
        return displayName == null ? "" : displayName;
    }
}
