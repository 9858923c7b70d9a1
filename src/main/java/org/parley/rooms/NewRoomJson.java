package org.parley.rooms;

import java.util.List;
import org.parley.problems.Refusal;

/**
 * A room to create. Topic and password are optional.
 *
 * @param name {@code null} for a room without a name
 * @param members the usernames of the other people of a room without a name
 */
record NewRoomJson(String name, String topic, String visibility, String password, List<String> members) {
    /** Whether a room without a name is asked for. */
    boolean group() {
        return name == null && members != null;
    }

    /** @throws Refusal {@code invalid_request} if the field is there */
    static Void absent(String field, Object value, String why) {
        if (value != null) {
            throw Refusal.invalid(field, why);
        }
        return null;
    }
}
