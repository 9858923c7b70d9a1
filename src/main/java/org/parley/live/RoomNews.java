package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.messages.Logged;
import org.parley.rooms.Audit;
import org.parley.rooms.AuditEntry;
import org.parley.rooms.RoomJson;
import org.parley.rooms.RoomViews;

/** Which messages of the log change the room itself, and how it looks afterwards. */
@ApplicationScoped
public class RoomNews {
    private static final Set<String> CHANGES =
            Set.of("name", "topic", "visibility", "password", "slow_mode", "archive");

    private static final Map<String, String> FRAMES = Map.of("kick", "kicked", "ban", "banned", "mute", "muted");
    private static final Set<String> EXPULSIONS = Set.of("kick", "ban");

    @Inject
    RoomViews views;

    @Inject
    Audit audit;

    /** Whether it is more than a message to those who listen. */
    boolean hasConsequences(Logged message) {
        return message.system() != null && (follow(message) || expels(message) || mutes(message));
    }

    /** Whether a {@code room_updated} follows this message. */
    boolean follow(Logged message) {
        return message.system() != null && CHANGES.contains(message.system().action());
    }

    /** Whether nothing from this message on is for whom it is about. */
    boolean expels(Logged message) {
        return message.system() != null && EXPULSIONS.contains(message.system().action());
    }

    /** Whether whom it is about cannot write any more. */
    boolean mutes(Logged message) {
        return message.system() != null && message.system().action().equals("mute");
    }

    /** What whom a kick, ban or mute is about is told on the sockets that listen, and why. */
    Frames.Sanctioned sanctioned(String room, Logged message) {
        Optional<AuditEntry> entry = audit.of(message.roomId(), message.seq());
        return new Frames.Sanctioned(
                FRAMES.get(message.system().action()),
                room,
                message.username(),
                entry.map(AuditEntry::reason).orElse(null),
                entry.map(AuditEntry::until).orElse(null));
    }

    /** Empty if the room is gone meanwhile. */
    Optional<RoomJson> update(long roomId) {
        return views.update(roomId);
    }
}
