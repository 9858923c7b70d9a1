package org.parley.messages;

/** Who sent a message. @param username {@code null} when the account is gone */
public record Sender(long accountId, String username, String displayName) {}
