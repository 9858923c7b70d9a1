package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.messages.LoggedMessage;
import org.parley.messages.RoomChangeTold;
import org.parley.messages.Said;
import org.parley.rooms.Audit;
import org.parley.rooms.AuditEntry;
import org.parley.rooms.Room;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.RoomJson;
import org.parley.rooms.RoomViews;
import org.parley.rooms.SystemAction;

/** The reason that a removed or muted person receives, and how a changed room looks. */
class RoomNewsTest {
    private static final long ROOM = 77;
    private static final Instant UNTIL = Instant.parse("2030-01-01T00:00:00Z");

    private final List<Long> asked = new ArrayList<>();
    private final RoomNews news = news();
    private long head;
    private int looks;

    @Test
    void what_was_done_a_moment_ago_is_told_without_asking_the_database() {
        news.remember(new RoomChangeTold(ROOM, 5, SystemAction.BAN, "too loud", UNTIL));
        news.remember(new RoomChangeTold(ROOM, 6, SystemAction.KICK, null, null));
        Frames.Sanctioned banned = news.sanctioned("tea", message(5, SystemAction.BAN));
        assertEquals(new Frames.Sanctioned("banned", "tea", "ann", "too loud", UNTIL), banned);
        assertNull(news.sanctioned("tea", message(6, SystemAction.KICK)).reason());
        assertEquals(List.of(), asked);
    }

    @Test
    void of_what_is_long_ago_or_was_done_elsewhere_the_audit_is_asked() {
        news.remember(new RoomChangeTold(ROOM, 5, SystemAction.TOPIC, null, null));
        news.remember(new RoomChangeTold(ROOM + 1, 6, SystemAction.BAN, "too loud", null));
        assertNull(news.sanctioned("tea", message(5, SystemAction.BAN)).reason());
        assertNull(news.sanctioned("tea", message(6, SystemAction.BAN)).reason());
        assertEquals(List.of(5L, 6L), asked);
    }

    @Test
    void a_change_of_a_room_is_looked_up_once_for_all_who_are_told() {
        head = 5;
        assertEquals(5, news.update(ROOM, 5).orElseThrow().head());
        head = 6;
        assertEquals(5, news.update(ROOM, 4).orElseThrow().head());
        assertEquals(6, news.update(ROOM, 6).orElseThrow().head());
        assertEquals(2, looks);
    }

    @Test
    void nothing_is_remembered_of_a_room_that_is_gone() {
        head = 5;
        news.update(ROOM, 5);
        news.forget(new RoomDeleted(ROOM, "tea", "ann", List.of()));
        head = 0;
        assertEquals(Optional.empty(), news.update(ROOM, 5));
    }

    private RoomNews news() {
        RoomNews made = new RoomNews();
        made.audit = new Audit() {
            @Override
            public Optional<AuditEntry> of(long roomId, long seq) {
                asked.add(seq);
                return Optional.empty();
            }
        };
        made.views = new RoomViews() {
            @Override
            public Optional<RoomJson> update(long roomId) {
                looks++;
                return head == 0 ? Optional.empty() : Optional.of(room(head));
            }
        };
        return made;
    }

    private static RoomJson room(long head) {
        return new RoomJson(
                Room.wireId(ROOM),
                "tea",
                "",
                null,
                "public",
                false,
                "ann",
                false,
                0,
                Instant.EPOCH,
                head,
                1,
                1,
                null,
                null,
                null,
                null);
    }

    private static LoggedMessage message(long seq, SystemAction action) {
        return Said.told(ROOM, seq, action, "bob", null);
    }
}
