package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.texts.Names;

/** The order in which the door and the tables are asked. */
class DoorTest {
    private final Door door = new Door();
    private final List<Long> read = new ArrayList<>();
    private Visit visit = moderated(77);

    DoorTest() {
        door.visits = new Visits() {
            @Override
            Optional<Visit> of(Caller caller, long id) {
                return Optional.of(visit);
            }

            @Override
            Optional<Visit> of(Caller caller, String nameOrWireId) {
                return nameOrWireId.equals("tea") ? Optional.of(visit) : Optional.empty();
            }
        };
    }

    @Test
    void staff_gets_what_was_read() {
        assertEquals(Optional.of(77L), page("tea").found());
        assertEquals(Optional.of(77L), page("tea").found());
        assertEquals(List.of(77L, 77L), read, "each once");
    }

    @Test
    void a_person_who_is_demoted_while_a_page_is_read_does_not_get_it() {
        assertThrows(Refusal.class, this::pageAndDemotion);
    }

    @Test
    void nor_if_the_room_was_known_before() {
        page("tea");
        assertEquals(
                Code.FORBIDDEN,
                assertThrows(Refusal.class, this::pageAndDemotion).code());
    }

    @Test
    void a_name_that_belongs_to_another_room_now_gives_that_room() {
        page("tea");
        visit = moderated(78);
        Door.Read<Long> page = page("tea");
        assertEquals(Optional.of(78L), page.found());
        assertEquals(78L, page.room().room().id());
        assertEquals(List.of(77L, 77L, 78L), read);
    }

    @Test
    void of_what_is_not_there_nothing_is_read() {
        Refusal refused = assertThrows(Refusal.class, () -> page("milk"));
        assertEquals(Code.NOT_FOUND, refused.code());
        assertEquals(List.of(), read);
    }

    private Door.Read<Long> page(String room) {
        return door.readFirst(Drafts.ANN, RoomKey.room(room), this::read, found -> found.as(Role.MODERATOR));
    }

    private Long read(Long id) {
        read.add(id);
        return id;
    }

    private void pageAndDemotion() {
        door.readFirst(
                Drafts.ANN,
                RoomKey.room("tea"),
                id -> {
                    visit = Drafts.member(Drafts.ANN, Drafts.room(Room.PUBLIC), Role.MEMBER);
                    return id;
                },
                found -> found.as(Role.MODERATOR));
    }

    private static Visit moderated(long id) {
        Room room = new Room(id, Room.PUBLIC, Names.room("name", "tea"), Drafts.NOW);
        return Drafts.member(Drafts.ANN, room, Role.MODERATOR);
    }
}
