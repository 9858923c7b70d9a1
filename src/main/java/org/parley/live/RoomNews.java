package org.parley.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.RoomChangeTold;
import org.parley.rooms.Audit;
import org.parley.rooms.AuditEntry;
import org.parley.rooms.RoomJson;
import org.parley.rooms.RoomViews;

/** Which messages of the log change the room itself, and how it looks afterwards. */
@ApplicationScoped
class RoomNews {
    private static final Set<String> CHANGES =
            Set.of("name", "topic", "visibility", "password", "slow_mode", "archive");

    private static final Map<String, String> FRAMES = Map.of("kick", "kicked", "ban", "banned", "mute", "muted");
    private static final Set<String> EXPULSIONS = Set.of("kick", "ban");

    /** What was done a moment ago; feeds that lag ask the audit. */
    private static final int MOST_REMEMBERED = 1000;

    private final Cache<Log.Place, RoomChangeTold> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

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

    /** Whether the target of this message gets nothing from here on. */
    boolean expels(Logged message) {
        return message.system() != null && EXPULSIONS.contains(message.system().action());
    }

    /** Whether the target may not write any more. */
    boolean mutes(Logged message) {
        return message.system() != null && message.system().action().equals("mute");
    }

    /** So that feeds, which many wait for, need not ask the database why. */
    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomChangeTold told) {
        if (FRAMES.containsKey(told.action())) {
            remembered.put(new Log.Place(told.roomId(), told.seq()), told);
        }
    }

    /** The frame for the target of a kick, ban or mute, with its reason. */
    Frames.Sanctioned sanctioned(String room, Logged message) {
        RoomChangeTold told = remembered.getIfPresent(new Log.Place(message.roomId(), message.seq()));
        if (told != null) {
            return sanctioned(room, message, told.reason(), told.until());
        }
        Optional<AuditEntry> entry = audit.of(message.roomId(), message.seq());
        return sanctioned(
                room,
                message,
                entry.map(AuditEntry::reason).orElse(null),
                entry.map(AuditEntry::until).orElse(null));
    }

    private static Frames.Sanctioned sanctioned(String room, Logged message, String reason, Instant until) {
        return new Frames.Sanctioned(FRAMES.get(message.system().action()), room, message.username(), reason, until);
    }

    /** Empty if the room is gone meanwhile. */
    Optional<RoomJson> update(long roomId) {
        return views.update(roomId);
    }
}
