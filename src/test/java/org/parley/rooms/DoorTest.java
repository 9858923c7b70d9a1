package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** The order in which the door and the tables are asked. */
class DoorTest {
    private final Door door = new Door();
    private Visit visit = Drafts.member(Drafts.ANN, Drafts.room(Room.PUBLIC), Role.MODERATOR);

    DoorTest() {
        door.rooms = new Rooms() {
            @Override
            public Optional<Long> resolve(String nameOrWireId) {
                return nameOrWireId.equals("tea") ? Optional.of(77L) : Optional.empty();
            }

            @Override
            Optional<Visit> visit(Caller caller, long id) {
                return Optional.of(visit);
            }

            @Override
            Optional<Visit> visit(Caller caller, String nameOrWireId) {
                return Optional.empty();
            }
        };
    }

    @Test
    void staff_gets_what_was_read() {
        assertEquals(Optional.of(77L), page("tea"));
    }

    @Test
    void a_person_who_is_demoted_while_a_page_is_read_does_not_get_it() {
        Refusal refused = assertThrows(
                Refusal.class,
                () -> door.readFirst(
                        Drafts.ANN,
                        RoomKey.room("tea"),
                        id -> {
                            visit = Drafts.member(Drafts.ANN, Drafts.room(Room.PUBLIC), Role.MEMBER);
                            return id;
                        },
                        found -> found.as(Role.MODERATOR)));
        assertEquals(Code.FORBIDDEN, refused.code());
    }

    @Test
    void of_what_is_not_there_nothing_is_read() {
        Refusal refused = assertThrows(Refusal.class, () -> page("milk"));
        assertEquals(Code.NOT_FOUND, refused.code());
    }

    private Optional<Long> page(String room) {
        return door.readFirst(Drafts.ANN, RoomKey.room(room), id -> id, found -> found.as(Role.MODERATOR));
    }
}
