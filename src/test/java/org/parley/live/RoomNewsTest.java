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
import org.parley.rooms.SystemAction;

/** Why somebody was put out or silenced. */
class RoomNewsTest {
    private static final long ROOM = 77;
    private static final Instant UNTIL = Instant.parse("2030-01-01T00:00:00Z");

    private final List<Long> asked = new ArrayList<>();
    private final RoomNews news = news();

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

    private RoomNews news() {
        RoomNews made = new RoomNews();
        made.audit = new Audit() {
            @Override
            public Optional<AuditEntry> of(long roomId, long seq) {
                asked.add(seq);
                return Optional.empty();
            }
        };
        return made;
    }

    private static LoggedMessage message(long seq, SystemAction action) {
        return Said.told(ROOM, seq, action, "bob", null);
    }
}
