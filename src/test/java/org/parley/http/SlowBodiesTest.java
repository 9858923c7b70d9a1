package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.parley.harness.Requests;
import org.parley.harness.Stub;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;
import org.parley.system.CountLimits;

/** How long one body may take. {@code SlowBodiesIT} tests how many may wait at the same time. */
class SlowBodiesTest {
    private final SlowBodies bodies = new SlowBodies();
    private Duration passed = Duration.ZERO;

    @Test
    void a_body_that_brings_an_octet_now_and_then_ends_after_less_than_a_minute() {
        InputStream body = body(1, Duration.ofSeconds(20));
        Refusal refused = assertThrows(Refusal.class, () -> readAll(body));
        assertEquals(Code.UNAVAILABLE, refused.code());
        assertTrue(passed.toSeconds() <= 60, passed::toString);
    }

    @Test
    void the_longest_body_may_come_as_slowly_as_any() throws IOException {
        assertEquals(BodyLimit.BYTES, readAll(body(16 * 1024, Duration.ofSeconds(1))));
    }

    @Test
    void a_large_body_may_take_long_if_it_keeps_the_pace() throws IOException {
        assertEquals(BodyLimit.BYTES, readAll(body(true, 1024, Duration.ofMillis(60))));
        InputStream slower = body(true, 1024, Duration.ofSeconds(1));
        assertEquals(
                Code.UNAVAILABLE,
                assertThrows(Refusal.class, () -> readAll(slower)).code());
    }

    @LargeBody
    private static Method method(boolean large) {
        try {
            return large
                    ? SlowBodiesTest.class.getDeclaredMethod("method", boolean.class)
                    : Object.class.getMethod("hashCode");
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private InputStream body(int octets, Duration each) {
        return body(false, octets, each);
    }

    private InputStream body(boolean large, int octets, Duration each) {
        AtomicReference<InputStream> stream = new AtomicReference<>(new Coming(octets, each));
        Configuration configuration = Requests.configuration(null, List.of(), List.of());
        bodies.limits = new CountLimits(configuration);
        bodies.proxies = new Proxies(configuration);
        bodies.asked = Requests.from("198.51.100.1");
        bodies.resource = Stub.of(ResourceInfo.class, Map.of("getResourceMethod", none -> method(large)));
        bodies.time = () -> passed.toNanos();
        bodies.filter(Stub.of(
                ContainerRequestContext.class,
                Map.of(
                        "getEntityStream",
                        none -> stream.get(),
                        "getLength",
                        none -> BodyLimit.BYTES,
                        "setEntityStream",
                        set -> {
                            stream.set((InputStream) set[0]);
                            return null;
                        })));
        return stream.get();
    }

    private static int readAll(InputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int octets = 0;
        while (octets < BodyLimit.BYTES) {
            octets += body.read(buffer, 0, Math.min(buffer.length, BodyLimit.BYTES - octets));
        }
        return octets;
    }

    /** Gives this many octets after each pause. */
    private final class Coming extends InputStream {
        private final int octets;
        private final Duration each;

        Coming(int octets, Duration each) {
            this.octets = octets;
            this.each = each;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int offset, int most) {
            passed = passed.plus(each);
            return Math.min(octets, most);
        }
    }
}
