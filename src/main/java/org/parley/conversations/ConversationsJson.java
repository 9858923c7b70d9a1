package org.parley.conversations;

import java.util.List;
import org.parley.rooms.RoomJson;

/** @param next the cursor of the next page; {@code null} at the end */
record ConversationsJson(List<RoomJson> conversations, String next) {}
