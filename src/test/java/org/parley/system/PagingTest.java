package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.problems.Refusal;

class PagingTest {
    @Test
    void a_limit_is_50_unless_said_otherwise_and_200_at_most() {
        assertEquals(50, Paging.limit(null));
        assertEquals(1, Paging.limit("1"));
        assertEquals(200, Paging.limit("200"));
        assertEquals(200, Paging.limit("201"));
        assertEquals(200, Paging.limit("99999999999999999999"));
    }

    @Test
    void what_is_below_1_or_no_number_is_refused() {
        for (String bad : new String[] {"0", "00", "-1", "+1", "", " 1", "1.0", "x", "٣"}) {
            assertThrows(Refusal.class, () -> Paging.limit(bad), bad);
        }
    }

    @Test
    void pages_follow_each_other_until_there_is_no_more() {
        List<String> all = IntStream.range(0, 5).mapToObj(i -> "näme " + i).toList();
        Paging first = Paging.of("2", null);
        assertNull(first.after());
        assertEquals(all.subList(0, 2), first.page(all.subList(0, 3)));
        Paging second = Paging.of("2", first.next(all.subList(0, 3), key -> key));
        assertEquals("näme 1", second.after());
        Paging third = Paging.of("2", second.next(all.subList(2, 5), key -> key));
        assertEquals("näme 3", third.after());
        assertNull(third.next(all.subList(4, 5), key -> key));
        assertEquals(all.subList(4, 5), third.page(all.subList(4, 5)));
    }

    @Test
    void a_full_page_with_nothing_behind_it_is_the_last() {
        assertNull(Paging.of("2", null).next(List.of("a", "b"), key -> key));
    }

    @Test
    void a_cursor_of_nobodys_making_is_refused() {
        assertThrows(Refusal.class, () -> Paging.of("2", "§"));
        assertNull(Paging.of("2", "").after());
    }
}
