package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/**
 * Uses objects with the same fields as the server's. The figures of bin/bench show that the server has these fields.
 */
class HandshakeRemainsTest {
    private final Request request = new Request();
    private final Handler handler = new Handler(new Connection(new CatalinaRequest(request)));

    @Test
    void a_socket_keeps_no_headers_and_no_buffers() {
        HandshakeRemains.releaseBehind(new Writer(new Proxy(handler)));
        assertNull(handler.upgradeInfo);
        assertEmpty(request.request.headers);
        assertEmpty(request.response.response.headers);
        assertNull(request.parameters.tmpNameC.buff);
        assertNull(request.parameters.tmpValueC.buff);
    }

    private static void assertEmpty(Headers headers) {
        assertEquals(0, headers.count);
        assertEquals(8, headers.headers.length);
        for (Headers.Entry entry : headers.headers) {
            assertNull(entry);
        }
    }

    @Test
    void on_another_server_nothing_happens() {
        HandshakeRemains.releaseBehind(new Object());
        HandshakeRemains.releaseBehind(new Writer(null));
        assertNotNull(handler.upgradeInfo);
    }

    private record Writer(Proxy tyrusHttpUpgradeHandler) {}

    private record Proxy(Handler handler) {}

    private static final class Handler {
        private final Connection wc;
        private Object upgradeInfo = "headers";

        Handler(Connection wc) {
            this.wc = wc;
        }
    }

    private record Connection(CatalinaRequest request) {}

    private record CatalinaRequest(Request coyoteRequest) {}

    private static final class Request {
        private final Packet request = new Packet(new Headers());
        private final Response response = new Response(new Packet(new Headers()));
        private final Parameters parameters = new Parameters(new Chars(), new Chars());
    }

    private record Response(Packet response) {}

    private record Packet(Headers headers) {}

    private record Parameters(Chars tmpNameC, Chars tmpValueC) {}

    private static final class Chars {
        private char[] buff = new char[1024];
    }

    public static final class Headers {
        private record Entry(String name) {}

        private Entry[] headers = {new Entry("authorization"), new Entry("host")};
        private int count = 2;

        public void clear() {
            count = 0;
        }
    }
}
