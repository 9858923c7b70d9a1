package org.parley.sessions;

/** @param cookie {@code false} to get the refresh token in the body */
record LoginJson(String username, String password, Boolean cookie) {}
