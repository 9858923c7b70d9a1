package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.websocket.SendResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.RoomKey;
import org.parley.system.FloodLimits;
import org.parley.system.Provided;

/** What an array of requests costs. */
class LiveRequestsTest {
    private static final int AT_ONCE = 200;

    private final LiveRequests requests = new Pings();
    private final Connection connection = new Connection(
            new Caller(1, "ann", "ann", false, UUID.randomUUID(), "192.0.2.1"),
            false,
            new StubRemote((frame, end) -> end.onResult(new SendResult())),
            Runnable::run,
            Runnable::run,
            closed -> {});
    private final List<FloodLimits.Kind> counted = new ArrayList<>();
    private int encoded;

    @BeforeEach
    void the_limit_takes_some_at_once() {
        requests.codec = new Codec() {
            @Override
            Encoded encoded(Frame frame) {
                encoded++;
                return super.encoded(frame);
            }
        };
        requests.codec.json = Provided.json();
        requests.limits = new FloodLimits() {
            private int left = AT_ONCE;

            @Override
            public void take(Kind kind, Object whose) {
                counted.add(kind);
                if (left-- <= 0) {
                    throw Refusal.of(Code.RATE_LIMITED, "too often");
                }
            }
        };
    }

    @Test
    void an_array_within_the_limit_is_answered_whole() {
        requests.handle(connection, pings(AT_ONCE));
        assertEquals(AT_ONCE, encoded);
    }

    @Test
    void the_rest_of_an_array_costs_nothing_once_the_socket_is_closed() {
        requests.handle(connection, pings(30_000));
        assertFalse(connection.open());
        assertEquals(2 * AT_ONCE + 1, encoded);
    }

    @ParameterizedTest
    @CsvSource({
        "send_message, MESSAGES_OF_USER",
        "private_message, MESSAGES_OF_USER",
        "delete_message, DELETIONS",
        "typing_start, SIGNALS",
        "mark_read, SIGNALS",
        "ban_user, CHANGES"
    })
    void a_request_counts_for_its_user_as_over_REST_before_it_is_judged(String type, FloodLimits.Kind kind) {
        requests.handle(connection, "{\"type\":\"" + type + "\",\"replyTo\":\"nonsense\"}");
        assertEquals(List.of(FloodLimits.Kind.FRAMES, kind), counted);
    }

    private static String pings(int count) {
        return "[" + String.join(",", Collections.nCopies(count, "{\"type\":\"ping\"}")) + "]";
    }

    /** A socket of which nothing is asked but what every socket is. */
    private static final class Pings extends LiveRequests {
        @Override
        void handleOwn(Connection connection, Request request, Object ref) {
            throw RequestType.unknown();
        }

        @Override
        RoomKey log(Request request) {
            throw RequestType.unknown();
        }

        @Override
        Subscription listener(Connection connection, Request request) {
            return null;
        }
    }
}
