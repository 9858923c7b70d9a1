package org.parley.harness;

import java.net.http.WebSocketHandshakeException;

/** What a client does after its connection is lost: it waits a little, and takes a new token if its own has expired. */
public final class Reconnecting {
    private static final int UNAUTHORIZED = 401;

    private Reconnecting() {}

    public static void pause(Person person, Throwable gone) {
        if (gone.getCause() instanceof WebSocketHandshakeException refused
                && refused.getResponse().statusCode() == UNAUTHORIZED) {
            refresh(person);
        }
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public static void refresh(Person person) {
        try {
            person.refresh();
        } catch (RuntimeException | AssertionError notNow) {
            // The next try will succeed; a client that never succeeds fails the test by its absence.
        }
    }
}
