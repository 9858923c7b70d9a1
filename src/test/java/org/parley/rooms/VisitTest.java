package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.rooms.Drafts.ANN;
import static org.parley.rooms.Drafts.BOB;
import static org.parley.rooms.Drafts.DORA;
import static org.parley.rooms.Drafts.ROOT;
import static org.parley.rooms.Drafts.member;
import static org.parley.rooms.Drafts.membership;
import static org.parley.rooms.Drafts.room;
import static org.parley.rooms.Drafts.stranger;
import static org.parley.rooms.Drafts.withPassword;
import static org.parley.rooms.Role.MEMBER;
import static org.parley.rooms.Role.MODERATOR;
import static org.parley.rooms.Role.OWNER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

class VisitTest {
    private final Room open = room(Room.PUBLIC);
    private final Room locked = withPassword(room(Room.PUBLIC));
    private final Room hidden = room(Room.PRIVATE);
    private final Room conversation = room(Room.DIRECT);

    @Test
    void a_stranger_sees_public_rooms_only() {
        assertTrue(stranger(DORA, open).visible());
        assertTrue(stranger(DORA, locked).visible());
        assertFalse(stranger(DORA, hidden).visible());
        assertTrue(member(DORA, hidden, MEMBER).visible());
    }

    @Test
    void a_stranger_reads_where_there_is_no_password() {
        assertSame(open, stranger(DORA, open).asReader().room());
        refused(Code.NOT_MEMBER, () -> stranger(DORA, locked).asReader());
        assertSame(locked, member(DORA, locked, MEMBER).asReader().room());
    }

    @Test
    void an_admin_reads_every_room_and_no_conversation() {
        assertTrue(stranger(ROOT, hidden).visible());
        assertTrue(stranger(ROOT, hidden).mayRead());
        assertTrue(stranger(ROOT, locked).mayRead());
        assertFalse(stranger(ROOT, conversation).visible());
        assertFalse(stranger(ROOT, conversation).mayRead());
        assertTrue(member(ROOT, conversation, MEMBER).mayRead());
    }

    @Test
    void writing_takes_membership_of_an_admin_too() {
        refused(Code.NOT_MEMBER, () -> stranger(DORA, open).asMember());
        refused(Code.NOT_MEMBER, () -> stranger(ROOT, open).asMember());
        assertSame(open, member(ROOT, open, MEMBER).asMember().room());
    }

    @Test
    void a_role_suffices_for_itself_and_those_below() {
        assertSame(open, member(ANN, open, OWNER).as(OWNER).room());
        assertSame(open, member(ANN, open, OWNER).as(MODERATOR).room());
        refused(Code.FORBIDDEN, () -> member(BOB, open, MODERATOR).as(OWNER));
        assertSame(open, member(BOB, open, MODERATOR).as(MODERATOR).room());
        refused(Code.FORBIDDEN, () -> member(BOB, open, MEMBER).as(MODERATOR));
    }

    @Test
    void a_stranger_learns_that_they_are_one_before_their_role_counts() {
        refused(Code.NOT_MEMBER, () -> stranger(DORA, open).as(OWNER));
    }

    @Test
    void an_admin_does_what_an_owner_may_whatever_their_own_role() {
        assertSame(hidden, stranger(ROOT, hidden).as(OWNER).room());
        assertSame(open, member(ROOT, open, MEMBER).as(OWNER).room());
        refused(Code.NOT_MEMBER, () -> stranger(ROOT, conversation).as(OWNER));
    }

    @Test
    void roles_act_only_downwards() {
        for (Role actor : Role.values()) {
            for (Role target : Role.values()) {
                boolean above = actor.ordinal() > target.ordinal();
                assertEquals(above, member(ANN, open, actor).actsOn(membership(BOB, target)), actor + " on " + target);
            }
        }
    }

    @Test
    void an_admin_acts_on_owners() {
        assertTrue(stranger(ROOT, open).actsOn(membership(ANN, OWNER)));
        assertFalse(stranger(DORA, open).actsOn(membership(ANN, MEMBER)));
    }

    private static void refused(Code code, Executable attempt) {
        assertEquals(code, assertThrows(Refusal.class, attempt).code());
    }
}
