package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void an_address_ends_with_one_slash_however_it_was_typed() {
        for (String typed : List.of("http://127.0.0.1:8080", "http://127.0.0.1:8080/", "http://127.0.0.1:8080//")) {
            assertEquals(URI.create("http://127.0.0.1:8080/"), of(typed).base());
        }
        assertEquals(URI.create("http://host/chat/"), of("http://host/chat").base());
    }

    @Test
    void what_is_no_option_is_a_workload() {
        Options options = of("--database", "mariadb", "A10", "B", "--db-pid", "1,2");
        assertNull(options.base());
        assertTrue(options.mariaDb());
        assertEquals(List.of("A10", "B"), options.workloads());
        assertEquals(List.of(1L, 2L), options.database());
    }

    @Test
    void a_database_or_a_workload_that_there_is_not_is_refused_before_anything_starts() {
        assertThrows(IllegalArgumentException.class, () -> of("--database", "oracle"));
        assertThrows(IllegalArgumentException.class, () -> Workload.of("Z1"));
    }

    @Test
    void each_letter_in_the_usage_is_a_workload() {
        for (String name : "A10 A50 B P D E C5000 O300 R H S U T I L M F".split(" ")) {
            assertDoesNotThrow(() -> Workload.of(name));
        }
    }

    @Test
    void a_server_that_was_running_before_is_never_stopped() {
        try (Target target = Target.of(of("http://127.0.0.1:1/"))) {
            assertThrows(IllegalStateException.class, () -> target.whileDown(database -> {}));
        }
    }

    private static Options of(String... arguments) {
        return Options.of(arguments);
    }
}
