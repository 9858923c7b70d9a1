package org.parley.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.RoomChangeTold;
import org.parley.rooms.Audit;
import org.parley.rooms.AuditEntry;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.RoomJson;
import org.parley.rooms.RoomViews;
import org.parley.rooms.SystemAction;

/** What is sent beside a system message: why a person was removed or muted, and how a changed room looks. */
@ApplicationScoped
class RoomNews {
    /** The frame types for the target. */
    private static final Map<SystemAction, String> FRAMES =
            Map.of(SystemAction.KICK, "kicked", SystemAction.BAN, "banned", SystemAction.MUTE, "muted");

    /** Only recent actions; a feed that lags asks the audit log. */
    private static final int MOST_REMEMBERED = 1000;

    private final Cache<Log.Place, RoomChangeTold> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** As long as members elsewhere may wait for it. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final Cache<Long, RoomJson> updates = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    @Inject
    RoomViews views;

    @Inject
    Audit audit;

    /** Remembers the reason, so that a feed, which many people wait for, need not ask the database. */
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

    /**
     * How the room looks at this number of its log, or later. Its feed and the members on other sockets get the same.
     * Empty if the room was deleted meanwhile.
     */
    Optional<RoomJson> update(long roomId, long seq) {
        RoomJson known = updates.getIfPresent(roomId);
        if (known != null && known.head() >= seq) {
            return Optional.of(known);
        }
        Optional<RoomJson> update = views.update(roomId);
        update.ifPresent(room -> updates.put(roomId, room));
        return update;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomDeleted deleted) {
        updates.invalidate(deleted.roomId());
    }
}
