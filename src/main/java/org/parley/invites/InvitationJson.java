package org.parley.invites;

/**
 * What a link says to a person who has not followed it yet.
 *
 * @param room the name of the room that it leads into; {@code null} if it has none
 * @param by the maker of the link
 */
record InvitationJson(String room, Inviter by) {
    /** Their profile is for people with an account: this is read without one. */
    record Inviter(String username, String displayName) {}
}
