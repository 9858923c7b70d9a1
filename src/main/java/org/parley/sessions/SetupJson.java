package org.parley.sessions;

/** @param cookie {@code false} if the refresh token is wanted in the body */
record SetupJson(String code, String username, String password, Boolean cookie) {}
