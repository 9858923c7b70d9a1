package org.parley.sessions;

/** @param cookie {@code false} to get the refresh token in the body */
record SetupJson(String code, String username, String password, String displayName, Boolean cookie) {
    String displayNameOrEmpty() {
        return displayName == null ? "" : displayName;
    }
}
