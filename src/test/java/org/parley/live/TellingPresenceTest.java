package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.websocket.SendResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.presence.Presence.State;
import org.parley.rooms.Conversations;

/** The news that a person has come or gone reaches the people they have talked with, despite failures. */
class TellingPresenceTest {
    private static final long ANN = 1;
    private static final long BOB = 2;

    private final List<String> sent = new ArrayList<>();
    private final TellingPresence telling = new TellingPresence();
    /** Overflows in the tests, as the system's clock may. */
    private long now = Long.MAX_VALUE;

    private boolean broken;
    private Runnable beforeLooking = () -> {};

    @BeforeEach
    void ann_listens_and_knows_bob() {
        telling.connections = new Connections();
        telling.nanos = () -> now;
        telling.codec = Codecs.usual();
        telling.conversations = new Conversations() {
            @Override
            public List<Acquaintance> acquaintances(Collection<Long> accountIds) {
                if (broken) {
                    throw new IllegalStateException("The database is gone");
                }
                return accountIds.stream().map(id -> new Acquaintance(id, ANN)).toList();
            }
        };
        telling.users = new Users() {
            @Override
            public Map<Long, UserJson> of(Collection<Long> accountIds) {
                beforeLooking.run();
                return accountIds.contains(BOB)
                        ? Map.of(BOB, new UserJson("bob", "bob", "", null, "user", "", null, Instant.EPOCH))
                        : Map.of();
            }
        };
    }

    @Test
    void news_that_a_fault_of_the_database_held_up_is_told_once_it_is_over() throws Exception {
        connection(ANN, "ann", true);
        Connection bobs = connection(BOB, "bob", false);
        tellChange();
        assertEquals(List.of("online"), told());
        broken = true;
        telling.idle(bobs, true);
        telling.gathered.tell();
        telling.gathered.tell();
        assertTrue(told().isEmpty());
        broken = false;
        telling.gathered.tell();
        assertEquals(List.of("away"), told());
        telling.gathered.tell();
        assertTrue(told().isEmpty(), "told once");
    }

    @Test
    void a_person_who_changes_during_the_news_is_news_again() throws Exception {
        connection(ANN, "ann", true);
        Connection bobs = connection(BOB, "bob", false);
        telling.changed(BOB);
        beforeLooking = () -> telling.idle(bobs, true);
        telling.gathered.tell();
        assertEquals(List.of("online"), told());
        beforeLooking = () -> {};
        telling.gathered.tell();
        assertEquals(List.of("away"), told());
    }

    @Test
    void news_waits_behind_a_long_past_and_is_not_dropped() throws Exception {
        Connection anns = connection(ANN, "ann", true);
        anns.outbox().addPage(Collections.nCopies(100, telling.codec.encoded(Frames.Pong.of(null))));
        connection(BOB, "bob", false);
        tellChange();
        assertEquals(List.of("online"), told());
    }

    @Test
    void an_unchanged_state_is_no_news() throws Exception {
        connection(ANN, "ann", true);
        connection(BOB, "bob", false);
        tellChange();
        assertEquals(List.of("online"), told());
        telling.connections.remove(connection(BOB, "bob", true));
        tellChange();
        assertTrue(told().isEmpty());
    }

    @Test
    void a_state_that_a_request_may_have_seen_is_followed_by_the_present_one() throws Exception {
        connection(ANN, "ann", true);
        Connection bobs = connection(BOB, "bob", false);
        telling.changed(BOB);
        assertEquals(State.ONLINE, telling.of(BOB));
        telling.connections.remove(bobs);
        telling.changed(BOB);
        pass(5);
        telling.gathered.tell();
        assertEquals(List.of("offline"), told(), "gone before anybody was told of the coming");
        Connection again = connection(BOB, "bob", false);
        tellChange();
        assertEquals(List.of("online"), told());
        telling.idle(again, true);
        assertEquals(State.AWAY, telling.of(BOB));
        telling.idle(again, false);
        telling.gathered.tell();
        assertEquals(List.of("online"), told(), "was away for a moment");
    }

    @Test
    void requests_and_frames_agree_about_a_person_who_goes() throws Exception {
        connection(ANN, "ann", true);
        Connection bobs = connection(BOB, "bob", false);
        tellChange();
        telling.connections.remove(bobs);
        tellChange();
        assertEquals(State.ONLINE, telling.of(BOB));
        pass(5);
        telling.gathered.tell();
        assertEquals(List.of("online", "offline"), told());
        assertEquals(State.OFFLINE, telling.of(BOB));
    }

    @Test
    void a_person_who_comes_back_soon_was_never_away() throws Exception {
        connection(ANN, "ann", true);
        Connection bobs = connection(BOB, "bob", false);
        tellChange();
        assertEquals(List.of("online"), told());
        telling.connections.remove(bobs);
        tellChange();
        pass(4);
        telling.gathered.tell();
        connection(BOB, "bob", false);
        tellChange();
        pass(10);
        telling.gathered.tell();
        assertTrue(told().isEmpty());
    }

    @Test
    void a_person_who_stays_away_has_gone_after_five_seconds() throws Exception {
        connection(ANN, "ann", true);
        Connection bobs = connection(BOB, "bob", false);
        tellChange();
        assertEquals(List.of("online"), told());
        telling.connections.remove(bobs);
        tellChange();
        pass(5);
        telling.gathered.tell();
        assertEquals(List.of("offline"), told());
        connection(BOB, "bob", false);
        tellChange();
        assertEquals(List.of("online"), told());
    }

    private void tellChange() {
        telling.changed(BOB);
        telling.gathered.tell();
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    private Connection connection(long account, String name, boolean personal) {
        Caller caller = new Caller(account, name, name, false, UUID.randomUUID(), "192.0.2.1");
        Remote peer = new StubRemote((frame, end) -> {
            sent.add(frame.text());
            end.onResult(new SendResult());
        });
        return telling.connections.add(caller, personal, peer, closed -> {});
    }

    /** What was told of bob since the last time. */
    private List<String> told() throws Exception {
        List<String> states = new ArrayList<>();
        for (String text : sent) {
            JsonNode tree = telling.codec.json.readTree(text);
            (tree.isArray() ? tree : List.of(tree))
                    .forEach(frame -> states.add(frame.path("presence").asText()));
        }
        sent.clear();
        states.removeIf(String::isEmpty);
        return states;
    }
}
