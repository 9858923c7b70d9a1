package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.EventSource;
import org.parley.harness.EventSource.Event;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Many;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.Waiting;

/** The feed as Server-Sent Events, for networks that do not let WebSockets through. */
@Tag("once")
class LiveEventsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private String room;

    @BeforeEach
    void ann_has_a_room_where_bob_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
    }

    @Test
    void rooms_and_private_messages_come_as_they_are_said() {
        try (EventSource events = open(bob, null)) {
            assertEquals(200, events.status());
            assertTrue(events.header("Content-Type").startsWith("text/event-stream"));
            assertEquals("no-store", events.header("Cache-Control"));
            assertEquals(
                    bob.name(),
                    events.await("connection_established")
                            .data()
                            .path("user")
                            .path("username")
                            .asText());
            assertEquals(room, events.await("room_joined").data().path("room").asText());
            ann.post(room, "hello\nwith a second line");
            Event said = events.await("new_message");
            assertEquals(
                    "hello\nwith a second line",
                    said.data().path("message").path("body").asText());
            ann.write(bob, "psst");
            Event whispered = events.await("private_message");
            assertEquals(ann.name(), whispered.data().path("with").asText());
            assertTrue(whispered.id().length() <= 2048);
            // One's own come too: there is no socket that sent them.
            assertEquals(2, bob.post(room, "mine").path("seq").asLong());
            assertEquals(2, events.await("new_message").data().path("seq").asLong());
        }
    }

    @Test
    void a_person_who_returns_with_the_last_id_misses_nothing_and_sees_nothing_twice() {
        String mark;
        try (EventSource events = open(bob, null)) {
            events.await("room_joined");
            ann.post(room, "one");
            ann.write(bob, "first");
            events.await("new_message");
            mark = events.await("private_message").id();
        }
        Many.say(ann, room, 300);
        ann.write(bob, "second");
        try (EventSource events = open(bob, mark)) {
            List<Long> said = new ArrayList<>();
            List<Long> whispered = new ArrayList<>();
            while (said.size() < 300 || whispered.isEmpty()) {
                String have = said.size() + " of the room and " + whispered.size() + " private ones";
                Event event = events.await(
                        "a message after " + have, each -> each.type().endsWith("_message"));
                (event.type().equals("new_message") ? said : whispered)
                        .add(event.data().path("seq").asLong());
            }
            assertEquals(Listeners.range(2, 301), said);
            assertEquals(List.of(2L), whispered);
            ann.post(room, "live again");
            assertEquals(302, events.await("new_message").data().path("seq").asLong());
        }
    }

    @Test
    void what_was_not_written_down_in_the_mark_is_caught_up_with_from_what_was_delivered() {
        ann.post(room, "one");
        String mark;
        try (EventSource events = open(bob, null)) {
            mark = events.await("room_joined").id();
        }
        ann.write(bob, "first");
        ann.write(bob, "second");
        bob.put("direct/" + ann.name() + "/delivered", Json.of("seq", 1)).expect(204);
        try (EventSource events = open(bob, mark)) {
            assertEquals(2, events.await("private_message").data().path("seq").asLong());
        }
    }

    @Test
    void a_mark_that_is_none_answers_a_gap_for_each_feed() {
        Many.say(ann, room, 3);
        ann.write(bob, "first");
        for (String nonsense : List.of("nonsense", "a.b.c", "1.1,,", "zzzzzzzzzzzzz.1", "%00")) {
            try (EventSource events = open(bob, nonsense)) {
                Event gap = events.await(
                        "gap",
                        event -> event.type().equals("gap")
                                && event.data().path("room").asText().equals(room));
                assertEquals(1, gap.data().path("from").asLong(), nonsense);
                assertEquals(3, gap.data().path("to").asLong());
            }
        }
        try (EventSource events = open(bob, "nonsense")) {
            Event gap = events.await(
                    "gap", event -> event.data().has("with") && event.type().equals("gap"));
            assertEquals(ann.name(), gap.data().path("with").asText());
            ann.write(bob, "second");
            assertEquals(2, events.await("private_message").data().path("seq").asLong());
        }
    }

    @Test
    void a_browser_comes_with_a_ticket_and_its_mark_in_the_address() {
        String mark;
        try (EventSource events = open(bob, null)) {
            events.await("room_joined");
            ann.post(room, "one");
            mark = events.await("new_message").id();
        }
        ann.post(room, "two");
        String ticket = bob.post("auth/live-ticket", Json.of())
                .expect(201)
                .path("ticket")
                .asText();
        Rest browser = cast.stranger();
        String path = "api/live?rooms=" + room + "&mark=" + mark + "&ticket=" + ticket;
        try (EventSource events = EventSource.open(browser, path, null)) {
            assertEquals(2, events.await("new_message").data().path("seq").asLong());
        }
        try (EventSource spent = EventSource.open(browser, path, null)) {
            assertEquals(401, spent.status());
        }
    }

    @Test
    void a_person_without_the_right_is_refused() {
        try (EventSource events = EventSource.open(cast.stranger(), "api/live?rooms=main", null)) {
            assertEquals(401, events.status());
        }
        try (EventSource events = EventSource.open(bob, "api/live?rooms=" + cast.unique("zed"), null)) {
            Event error = events.await("error");
            assertEquals("not_found", error.data().path("code").asText());
        }
        StringBuilder many = new StringBuilder("a0");
        for (int i = 1; i <= 50; i++) {
            many.append(",a").append(i);
        }
        try (EventSource events = EventSource.open(bob, "api/live?rooms=" + many, null)) {
            assertEquals(400, events.status());
        }
    }

    @Test
    void its_user_is_present_until_it_ends_and_it_ends_with_the_session() {
        try (LiveSocket anns = ann.socket()) {
            anns.join(room);
            EventSource events = open(bob, null);
            anns.await("user_joined");
            bob.post("auth/logout", Json.of()).expect(204);
            Waiting.until("the stream has ended", Duration.ofSeconds(10), events::ended);
            anns.await("user_left");
        }
    }

    private EventSource open(Person person, String lastEventId) {
        return EventSource.open(person, "api/live?rooms=" + room, lastEventId);
    }
}
