package org.parley.sessions;

/** @param cookie {@code false} if the refresh token is wanted in the body */
record LoginJson(String username, String password, Boolean cookie) {}
