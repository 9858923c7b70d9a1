package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Paging;

class RoomListTest {
    private final Paging first = Paging.of(null, null);

    @Test
    void usual_are_all_rooms_by_name() {
        RoomList list = RoomList.of(null, null, null, first);
        assertEquals("", list.part());
        assertFalse(list.joined());
        assertFalse(list.byActivity());
    }

    @Test
    void the_words_of_the_contract_are_known_and_no_others() {
        assertTrue(RoomList.of(null, "joined", "activity", first).joined());
        assertTrue(RoomList.of(null, "joined", "activity", first).byActivity());
        assertRefused("mine", "name");
        assertRefused("all", "name desc");
    }

    private void assertRefused(String filter, String sort) {
        Refusal refusal = assertThrows(Refusal.class, () -> RoomList.of(null, filter, sort, first));
        assertEquals(Code.INVALID_REQUEST, refusal.code());
    }

    @Test
    void a_query_ignores_case_and_means_its_letters() {
        assertEquals(
                "%tea!_100!%!!%", RoomList.of("TEA_100%!", null, null, first).pattern());
    }
}
