package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final AtomicBoolean databaseAnswers = new AtomicBoolean(true);
    private final AtomicBoolean committersRun = new AtomicBoolean(true);
    private final Health health = new Health() {
        @Override
        boolean databaseAnswers() {
            return databaseAnswers.get();
        }
    };

    @BeforeEach
    void watch() {
        health.watch("committers", committersRun::get);
    }

    @Test
    void a_server_is_well_from_its_start_until_it_stops() {
        assertEquals(Map.of("committers", false, "database", false, "server", false), health.parts());
        health.started();
        assertEquals(Map.of("committers", true, "database", true, "server", true), health.parts());
        health.stopped();
        assertEquals(Map.of("committers", false, "database", false, "server", false), health.parts());
    }

    @Test
    void a_part_that_people_can_do_without_is_told_and_makes_no_server_ill() {
        health.mention("search", () -> false);
        health.started();
        assertEquals(Map.of("search", false), health.partsBeside());
        assertEquals(Map.of("committers", true, "database", true, "server", true), health.parts());
    }

    @Test
    void a_server_is_not_well_without_its_database_or_a_watched_part() {
        health.started();
        committersRun.set(false);
        assertEquals(Map.of("committers", false, "database", true, "server", true), health.parts());
        committersRun.set(true);
        databaseAnswers.set(false);
        assertEquals(Map.of("committers", true, "database", false, "server", true), health.parts());
    }
}
