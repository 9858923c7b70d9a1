package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessagesPosted;
import org.parley.messages.Said;
import org.parley.rooms.CompanyChanged;
import org.parley.rooms.RoomDeleted;
import org.parley.rooms.RoomJson;
import org.parley.rooms.SystemAction;

/** Members learn of a changed room once at a time; the test acts as the timer. */
class ChangedRoomsTest {
    private final List<Long> looked = new ArrayList<>();
    private boolean broken;
    private final ChangedRooms changed = new ChangedRooms();

    ChangedRoomsTest() {
        changed.connections = new Connections() {
            @Override
            boolean anybodyReachable() {
                return true;
            }
        };
        changed.codec = Codecs.usual();
        changed.news = new RoomNews() {
            @Override
            Optional<RoomJson> update(long roomId, long seq) {
                looked.add(roomId);
                if (broken) {
                    throw new IllegalStateException("no database");
                }
                return Optional.empty();
            }
        };
    }

    @Test
    void many_changes_of_a_room_are_told_once() {
        for (int i = 1; i <= 100; i++) {
            changed.posted(posted(7, i, SystemAction.TOPIC));
        }
        changed.posted(posted(8, 1, SystemAction.NAME));
        changed.gathered.tell();
        assertEquals(List.of(7L, 8L), looked.stream().sorted().toList());
        changed.gathered.tell();
        assertEquals(2, looked.size(), "nothing has changed since");
    }

    @Test
    void other_members_of_a_room_without_a_name_are_told() {
        changed.changed(new CompanyChanged(7));
        changed.posted(posted(7, 3, SystemAction.ADD));
        changed.gathered.tell();
        assertEquals(List.of(7L), looked);
    }

    @Test
    void what_does_not_change_the_room_is_not_told() {
        changed.posted(posted(7, 1, SystemAction.ADD));
        changed.posted(new MessagesPosted(7, null, 1, 2, List.of()));
        changed.gathered.tell();
        assertEquals(List.of(), looked);
    }

    @Test
    void what_could_not_be_told_is_told_later() {
        broken = true;
        changed.posted(posted(7, 1, SystemAction.TOPIC));
        changed.gathered.tell();
        broken = false;
        changed.gathered.tell();
        assertEquals(List.of(7L, 7L), looked);
    }

    @Test
    void nothing_is_told_of_a_room_after_its_end() {
        changed.posted(posted(7, 1, SystemAction.TOPIC));
        changed.deleted(new RoomDeleted(7, "tea", "ann", List.of()));
        changed.gathered.tell();
        assertEquals(List.of(), looked);
    }

    private static MessagesPosted posted(long roomId, long seq, SystemAction action) {
        LoggedMessage message = Said.told(roomId, seq, action, null, "coffee");
        return new MessagesPosted(roomId, null, seq - 1, seq, List.of(message));
    }
}
