package org.parley.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server with its limits on, which several test classes share. Most limits count for each person, so a class uses
 * people that no other class uses. They are registered at the start, because registrations are limited too. Tests may
 * say that they are a proxy ({@code X-Forwarded-For}); otherwise all of them come from one address. It starts without
 * an administrator.
 */
public final class LimitedServer {
    public static final int SOCKETS_OF_A_USER = 12;
    public static final int SOCKETS_OF_AN_ADDRESS = 20;
    /** In octets. */
    public static final int STORAGE_OF_A_USER = 12 << 20;

    private static final List<String> NAMES = List.of(
            "ann", "bob", "cem", "dora", "eve", "fay", "gil", "hal", "ida", "joe", "kim", "lea", "mia", "noa", "oli",
            "pia", "rob");

    private static LimitedServer one;

    // A burst of ten messages as usual, and then a period so long that no token comes back during a test.
    private final RunningServer server = RunningServer.prepare(
                    "limited",
                    SharedServer.folder("limited"),
                    Map.of(
                            "PARLEY_RATE_LIMITS",
                            "on",
                            "PARLEY_LIMITS_MESSAGE_USER",
                            "10/60",
                            "PARLEY_LIMITS_DELETION",
                            "3/60",
                            "PARLEY_TRUSTED_PROXIES",
                            "127.0.0.1",
                            // Enough for all of these people, who come from one address.
                            "PARLEY_LIMITS_HASH",
                            "80/1",
                            "PARLEY_LIMITS_REGISTRATION",
                            "20/600",
                            "PARLEY_LIMITS_SEARCH",
                            "3/60",
                            "PARLEY_LIMITS_CHANGE",
                            "30/600",
                            "PARLEY_LIMITS_SOCKET_USER",
                            Integer.toString(SOCKETS_OF_A_USER),
                            "PARLEY_LIMITS_SOCKET_ADDRESS",
                            Integer.toString(SOCKETS_OF_AN_ADDRESS)))
            .set("PARLEY_ADMIN_USERNAME", "")
            .set("PARLEY_ADMIN_PASSWORD", "")
            .set("PARLEY_ATTACHMENTS_MAX_PER_USER", Integer.toString(STORAGE_OF_A_USER))
            // As a container platform does.
            .set("PARLEY_SERVICE_HOST", "10.0.0.1")
            .set("PARLEY_PORT_8080_TCP", "tcp://10.0.0.1:8080");

    private final Cast cast = new Cast(server);
    private final Map<String, Person> people = new HashMap<>();

    private LimitedServer() {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        NAMES.forEach(name -> people.put(name, cast.register(name)));
    }

    /** The server is ready, and its people have accounts. */
    public static synchronized LimitedServer get() {
        if (one == null) {
            one = new LimitedServer();
        }
        return one;
    }

    public Cast cast() {
        return cast;
    }

    /** @param name one of ann, bob, cem, dora, eve, fay, gil, hal, ida, joe, kim, lea, mia, noa, oli, pia and rob */
    public Person person(String name) {
        return people.get(name);
    }
}
