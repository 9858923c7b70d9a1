package org.parley.rooms;

import java.util.List;

/** @param next the cursor of the next page; {@code null} at the end */
public record ConversationsJson(List<RoomJson> conversations, String next) {}
