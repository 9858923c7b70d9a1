package org.parley.rooms;

/**
 * Who shall become a member: somebody else by name, or else the caller.
 *
 * @param username whom to add, or {@code null} to join
 * @param password the room's, to join with; members and private rooms need none
 */
record NewMemberJson(String username, String password) {}
