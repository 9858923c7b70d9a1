package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.rooms.Drafts.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parley.texts.Names;

class RoomNameTest {
    private final RoomName name = new RoomName(77, Names.room("name", "tea"));

    @Test
    void a_name_in_use_is_kept_from_every_other_room() {
        assertTrue(name.keptFrom(78, NOW));
        assertFalse(name.keptFrom(77, NOW));
    }

    @Test
    void a_name_given_up_is_kept_for_thirty_days() {
        name.keep(NOW);
        assertTrue(name.keptFrom(78, NOW.plus(Duration.ofDays(30)).minusMillis(1)));
        assertFalse(name.keptFrom(78, NOW.plus(Duration.ofDays(30))));
        assertFalse(name.keptFrom(77, NOW));
    }
}
