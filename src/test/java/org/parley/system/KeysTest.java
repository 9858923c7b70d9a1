package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final List<Object> bound = new ArrayList<>();

    @Test
    void keys_are_padded_with_their_last_to_a_power_of_two() {
        KeyTable keys = KeyTable.of("a", KeyTable.Type.NUMBER, "b", KeyTable.Type.NUMBER);
        keys.add(1L, 2L).add(3L, 4L).add(5L, 6L);
        assertEquals(4, keys.table().split("UNION ALL", -1).length - 1);
        assertEquals(8, keys.table().chars().filter(c -> c == '?').count());
        assertEquals(10, keys.bind(query(), 2));
        assertEquals(List.of("2=1", "3=2", "4=3", "5=4", "6=5", "7=6", "8=5", "9=6"), bound);
    }

    @Test
    void one_key_needs_no_padding() {
        KeyTable keys =
                KeyTable.of("a", KeyTable.Type.NUMBER, "b", KeyTable.Type.TEXT).add(1L, "x");
        assertEquals(1, keys.table().split("UNION ALL", -1).length - 1);
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
        return (Query) Proxy.newProxyInstance(
                Query.class.getClassLoader(), new Class<?>[] {Query.class}, (proxy, method, arguments) -> {
                    bound.add(arguments[0] + "=" + arguments[1]);
                    return proxy;
                });
    }
}
