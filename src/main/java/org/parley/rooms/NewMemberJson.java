package org.parley.rooms;

/**
 * A new member: another person by name, or the caller.
 *
 * @param username the person to add, or {@code null} if the caller joins
 * @param password the room's password, for joining; members and private rooms need none
 */
record NewMemberJson(String username, String password) {}
