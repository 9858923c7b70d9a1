package org.parley.messages;

/**
 * The sender of a message.
 *
 * @param username {@code null} when the account is gone
 * @param avatarUrl {@code null} without a picture
 */
public record Sender(long accountId, String username, String displayName, String avatarUrl) {}
