package org.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private final Turnstile turnstile = new Turnstile(2);
    private final List<String> in = new ArrayList<>();

    @Test
    void who_waits_comes_in_when_somebody_leaves() {
        for (String name : List.of("ann", "bob", "cem", "dora")) {
            turnstile.enter(() -> in.add(name));
        }
        assertEquals(List.of("ann", "bob"), in);
        turnstile.leave();
        assertEquals(List.of("ann", "bob", "cem"), in);
    }

    @Test
    void the_place_of_who_has_gone_is_the_next_ones() {
        turnstile.enter(TurnstileTest::gone);
        turnstile.enter(() -> in.add("ann"));
        turnstile.enter(() -> in.add("bob"));
        turnstile.enter(TurnstileTest::gone);
        turnstile.enter(() -> in.add("cem"));
        assertEquals(List.of("ann", "bob"), in);
        turnstile.leave();
        assertEquals(List.of("ann", "bob", "cem"), in);
    }

    private static void gone() {
        throw new IllegalStateException("gone");
    }
}
