package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class KeysTest {
    /** A union of these rows took 17 MiB. */
    private static final long MOST_OCTETS = 2 << 20;

    private final List<Object> bound = new ArrayList<>();

    @Test
    void keys_are_padded_with_their_last_to_a_power_of_two() {
        KeyTable keys = KeyTable.of("a", KeyTable.Type.NUMBER, "b", KeyTable.Type.NUMBER);
        keys.add(1L, 2L).add(3L, 4L).add(5L, 6L);
        assertEquals(8, keys.values().chars().filter(c -> c == '?').count());
        assertEquals(10, keys.bind(query(), 2));
        assertEquals(List.of("2=1", "3=2", "4=3", "5=4", "6=5", "7=6", "8=5", "9=6"), bound);
    }

    @Test
    void all_keys_are_one_parameter_of_json() {
        KeyTable keys = KeyTable.of("a", KeyTable.Type.NUMBER, "b", KeyTable.Type.TEXT, "c", KeyTable.Type.UUID);
        String one = keys.add(Long.MAX_VALUE, "\"o'\\", new byte[] {0, 1, -1}).json();
        assertEquals(one, keys.add(Long.MIN_VALUE, "\u00e4\n", new byte[] {16}).json());
        assertEquals(1, one.chars().filter(c -> c == '?').count());
        assertEquals(3, keys.bind(query(), 2));
        assertEquals(
                List.of("2=[[9223372036854775807,\"\\\"o'\\\\\",\"0001ff\"],"
                        + "[-9223372036854775808,\"\u00e4\\n\",\"10\"]]"),
                bound);
    }

    @Test
    void values_are_rows_of_the_right_types() throws SQLException {
        KeyTable keys = KeyTable.of("a", KeyTable.Type.NUMBER, "b", KeyTable.Type.TEXT, "c", KeyTable.Type.UUID);
        keys.add(1L, "x", new byte[16]).add(2L, "y", new byte[16]).add(3L, "z", new byte[16]);
        try (Connection h2 = h2()) {
            assertEquals(List.of("1 x 16", "2 y 16", "3 z 16", "3 z 16"), rows(h2, keys, keys.values()));
        }
    }

    @Test
    void a_long_statement_stays_small_in_the_memory_of_h2() throws SQLException {
        KeyTable keys = KeyTable.of("a", KeyTable.Type.NUMBER, "b", KeyTable.Type.NUMBER, "c", KeyTable.Type.NUMBER);
        for (long i = 0; i < 256; i++) {
            keys.add(i, i, i);
        }
        try (Connection h2 = h2()) {
            rows(h2, keys, "(SELECT 1 AS a, '' AS b, X'' AS c)");
            long before = used();
            rows(h2, keys, keys.values());
            assertTrue(used() - before < MOST_OCTETS, () -> "H2 keeps " + (used() - before) + " octets");
        }
    }

    /** What H2 finds in the table, without the row of constants. */
    private static List<String> rows(Connection h2, KeyTable keys, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        String sql = "SELECT w.a, w.b, LENGTH(w.c) FROM " + table + " w WHERE w.a > 0 ORDER BY w.a";
        try (PreparedStatement statement = h2.prepareStatement(sql)) {
            if (table.contains("?")) {
                keys.bind(
                        proxy((position, value) -> {
                            try {
                                statement.setObject((int) position, value);
                            } catch (SQLException failure) {
                                throw new IllegalStateException(failure);
                            }
                        }),
                        1);
            }
            ResultSet found = statement.executeQuery();
            while (found.next()) {
                rows.add(found.getLong(1) + " " + found.getString(2) + " " + found.getLong(3));
            }
        }
        return rows;
    }

    private static Connection h2() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:;MODE=MySQL");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void one_key_needs_no_padding() {
        KeyTable keys =
                KeyTable.of("a", KeyTable.Type.NUMBER, "b", KeyTable.Type.TEXT).add(1L, "x");
        assertEquals(2, keys.values().chars().filter(c -> c == '?').count());
        assertEquals(3, keys.bind(query(), 1));
    }

    @Test
    void lists_of_ids_are_padded_alike() {
        assertEquals(List.of(7L), KeyTable.padded(List.of(7L)));
        assertEquals(List.of(7L, 8L), KeyTable.padded(List.of(7L, 8L)));
        assertEquals(List.of(7L, 8L, 9L, 9L), KeyTable.padded(List.of(7L, 8L, 9L)));
        assertEquals(8, KeyTable.padded(List.of(1L, 2L, 3L, 4L, 5L)).size());
    }

    private Query query() {
        return proxy((position, value) -> bound.add(position + "=" + value));
    }

    private static Query proxy(BiConsumer<Object, Object> binding) {
        return (Query) Proxy.newProxyInstance(
                Query.class.getClassLoader(), new Class<?>[] {Query.class}, (proxy, method, arguments) -> {
                    binding.accept(arguments[0], arguments[1]);
                    return proxy;
                });
    }
}
