package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.parley.messages.Logged;
import org.parley.rooms.RoomJson;
import org.parley.rooms.RoomViews;

/** Which messages of the log change the room itself, and how it looks afterwards. */
@ApplicationScoped
public class RoomNews {
    private static final Set<String> CHANGES =
            Set.of("name", "topic", "visibility", "password", "slow_mode", "archive");

    @Inject
    RoomViews views;

    /** Whether a {@code room_updated} follows this message. */
    boolean follow(Logged message) {
        return message.system() != null && CHANGES.contains(message.system().action());
    }

    /** Empty if the room is gone meanwhile. */
    Optional<RoomJson> update(long roomId) {
        return views.update(roomId);
    }
}
