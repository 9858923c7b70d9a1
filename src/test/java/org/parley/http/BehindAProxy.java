package org.parley.http;

import java.util.Map;
import org.parley.harness.Cast;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;

/**
 * A server with its limits on that trusts a proxy. A request with the proxy's header counts as from another address.
 */
final class BehindAProxy {
    private static BehindAProxy one;

    private final RunningServer server = RunningServer.prepare(
            "proxied",
            SharedServer.folder("proxied"),
            Map.of(
                    "PARLEY_RATE_LIMITS",
                    "on",
                    "PARLEY_TRUSTED_PROXIES",
                    "127.0.0.1",
                    "PARLEY_LIMITS_SOCKET_ADDRESS",
                    "3",
                    // Some tests keep requests of one person waiting at several addresses.
                    "PARLEY_LIMITS_REQUEST_USER",
                    "100",
                    "PARLEY_LIMITS_CHANGE",
                    "9999/1",
                    "PARLEY_LIMITS_REGISTRATION",
                    "3/600"));

    private final Person ann;
    private final Person bob;

    private BehindAProxy() {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        Cast cast = new Cast(server);
        ann = cast.ann();
        bob = cast.bob();
    }

    /** The server is ready, and two people have registered from the proxy's own address. */
    static synchronized BehindAProxy get() {
        if (one == null) {
            one = new BehindAProxy();
        }
        return one;
    }

    RunningServer server() {
        return server;
    }

    Person ann() {
        return ann;
    }

    Person bob() {
        return bob;
    }
}
