package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.parley.departures.Departed;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Follower;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Place;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;

/**
 * All kinds of writes at the same time in the same two rooms. Every request is answered, none fails except with
 * {@code unavailable}, and every listener sees the log as one sequence. {@code -Dparley.writers.seconds=60} runs it for
 * longer.
 */
class WritersOfEveryKindIT {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("parley.writers.seconds", 2));

    /**
     * For what has not succeeded when the time is over: on a busy machine, slow mode and the archive refuse almost
     * everything.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The kinds of entries in the log when each writer has succeeded at least once. */
    private static final List<String> KINDS = List.of(
            "by REST",
            "with a file",
            "to @all",
            "message_deleted",
            "message_edited",
            "reaction_added",
            "reaction_removed",
            "message_pinned",
            "message_unpinned",
            "live",
            "\"name\"",
            "\"topic\"",
            "\"role\"",
            "\"slow_mode\"",
            "\"archive\"",
            "\"ban\"");

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final List<Thread> writers = new ArrayList<>();
    private final List<Follower> followers = new ArrayList<>();
    private final List<String> rooms = new ArrayList<>();
    private volatile boolean over;

    @Test
    void writers_of_every_kind_leave_one_log_that_every_listener_saw() throws Exception {
        for (String name : List.of("first", "second")) {
            enter(name);
        }
        long end = System.nanoTime() + TIME.toNanos();
        try {
            Waiting.until(
                    "every kind has come through",
                    TIME.plus(PATIENCE),
                    () -> !faults.isEmpty()
                            || System.nanoTime() > end
                                    && followers.stream().allMatch(WritersOfEveryKindIT::sawEveryKind));
        } finally {
            over = true;
        }
        for (Thread writer : writers) {
            writer.join(PATIENCE.toMillis());
        }
        assertEquals(List.of(), List.copyOf(faults));
        for (int i = 0; i < rooms.size(); i++) {
            List<JsonNode> told = log(rooms.get(i));
            List<String> log = told.stream().map(this::entry).toList();
            for (Follower follower : followers.subList(2 * i, 2 * i + 2)) {
                follower.await(log.size(), Duration.ofSeconds(30));
                follower.stop();
                assertEquals(List.of(), follower.faults());
                assertEquals(log, follower.frames().stream().map(this::entry).toList());
            }
            assertBansHeld(followers.get(2 * i).frames());
        }
    }

    /** A room, its listeners, and one writer of each kind. Its id is used, because its name changes all the time. */
    private void enter(String name) {
        String room = ann.get("rooms/" + ann.createRoom(cast.unique(name)))
                .expect(200)
                .path("id")
                .asText();
        rooms.add(room);
        String path = "rooms/" + room;
        Person bob = member("bob", room);
        Person cem = member("cem", room);
        Person dora = cast.register(cast.unique(name) + "-dora");
        Person eve = member("eve", room);
        String stays = path + "/messages/" + bob.post(room, "stays").path("seq").asText();
        List.of(cem, bob).forEach(person -> follow(person, room));
        repeat(n -> bob.post(path + "/messages", Json.of("clientId", Person.newId(), "body", "by REST " + n)));
        repeat(n -> bob.post(path + "/messages", withFile("with a file " + n, bob)));
        repeat(n -> ann.post(path + "/messages", Json.of("clientId", Person.newId(), "body", "to @all " + n)));
        repeat(n -> cem.put(path + "/read", Json.of("seq", n)));
        repeat(n -> n % 2 == 0 ? enter(dora, path, n) : dora.delete(path + "/members/me"));
        repeat(n -> ann.patch(path, Json.of("name", cast.unique(name + n))));
        repeat(n -> ann.patch(path, Json.of("topic", "topic " + n)));
        repeat(n -> ann.patch(path + "/members/" + cem.name(), Json.of("role", n % 2 == 0 ? "moderator" : "member")));
        repeat(n -> ann.patch(path, Json.of("slowModeSeconds", n % 2)));
        repeat(n -> ann.patch(path, Json.of("archived", n % 3 == 0)));
        repeat(n -> ann.post(path + "/members", Json.of("username", dora.name())));
        repeat(n -> deleted(bob.post(path + "/messages", withFile("not for long", bob)), bob, path));
        repeat(n -> react(bob, stays, n));
        repeat(n -> react(cem, stays, n));
        repeat(n -> pin(path, stays.substring(stays.lastIndexOf('/')), n));
        repeat(n -> draft(cem, path, n));
        repeat(n -> draft(eve, path, n));
        repeat(n -> bob.patch(stays, Json.of("body", "edited " + n)));
        repeat(n -> eve.post(path + "/messages", Json.of("clientId", Person.newId(), "body", "banned at times " + n)));
        repeat(n -> n % 2 == 1
                ? ann.post(path + "/bans", Json.of("username", eve.name()))
                : ann.delete(path + "/bans/" + eve.name()));
        repeat(n -> n % 2 == 1 ? reportNewest(cem, path) : settleNewest(path, n % 4 == 0 ? "open" : "resolved"));
        repeat(n -> Departed.comeAndGo(cast.server().base(), cast.unique("gone" + n) + "-" + name, room));
        live(bob, room);
    }

    private static JsonNode withFile(String body, Person sender) {
        return Uploads.message(body, Uploads.id(sender, "a.txt", body));
    }

    /** Deletes what was posted; returns the refusal if it was not. */
    private static Answer deleted(Answer posted, Person author, String path) {
        return posted.status() == 201
                ? author.delete(path + "/messages/" + posted.json().path("seq").asLong())
                : posted;
    }

    /** Reacts and takes that back, in turn. */
    private static Answer react(Person person, String message, int n) {
        String reaction = message + "/reactions/%F0%9F%91%8D";
        return n % 2 == 1 ? person.put(reaction, null) : person.delete(reaction);
    }

    private Answer pin(String path, String message, int n) {
        return n % 2 == 1 ? ann.put(path + "/pins" + message, null) : ann.delete(path + "/pins" + message);
    }

    /** Writes a draft over whatever is there, and at times deletes it. A person who is banned at times loses it. */
    private static Answer draft(Person person, String path, int n) {
        if (n % 4 == 0) {
            return person.delete(path + "/draft");
        }
        Answer known = person.get(path + "/draft");
        long revision = known.json().path("revision").asLong();
        return person.put(path + "/draft", Json.of("body", "draft " + n, "revision", revision));
    }

    private static Answer reportNewest(Person reporter, String path) {
        Answer page = reporter.get(path + "/messages?limit=1");
        JsonNode newest = page.json().path("messages").path(0);
        return newest.isMissingNode()
                ? page
                : reporter.post(
                        path + "/messages/" + newest.path("seq").asText() + "/reports", Json.of("reason", "odd"));
    }

    private Answer settleNewest(String path, String state) {
        Answer page = ann.get(path + "/reports?limit=1");
        JsonNode newest = page.json().path("reports").path(0);
        return newest.isMissingNode()
                ? page
                : ann.patch(path + "/reports/" + newest.path("id").asText(), Json.of("state", state));
    }

    /** Joins directly and by a link, in turn. */
    private Answer enter(Person guest, String path, int n) {
        if (n % 4 == 0) {
            return guest.post(path + "/members", Json.of());
        }
        Answer made = ann.post(path + "/invites", Json.of("maxUses", 1));
        return made.status() == 201
                ? guest.post("invites/" + made.json().path("code").asText(), Json.of())
                : made;
    }

    /** After the number of a ban, the log has nothing by the banned person until the ban is lifted. */
    private static void assertBansHeld(List<JsonNode> log) {
        Set<String> banned = new HashSet<>();
        for (JsonNode frame : log) {
            JsonNode message = frame.path("message");
            String action = message.path("system").path("action").asText();
            String target = message.path("system").path("target").asText();
            if (action.equals("ban")) {
                banned.add(target);
            } else if (action.equals("unban")) {
                banned.remove(target);
            }
            String sender = message.path("sender").path("username").asText();
            assertFalse(banned.contains(sender), () -> sender + " is banned and wrote " + frame);
        }
    }

    private Person member(String name, String room) {
        Person person = cast.register(name + "-" + (char) ('a' + rooms.size()));
        person.join(room);
        return person;
    }

    private void follow(Person person, String room) {
        Follower follower = new Follower(person, Place.room(room), 0);
        followers.add(follower);
        Thread thread = new Thread(follower);
        thread.setDaemon(true);
        thread.start();
    }

    /** Repeats an action until the time is over. A refusal is an answer; an unexpected error is a fault. */
    private void repeat(IntFunction<Answer> deed) {
        launch(n -> judge(deed.apply(n)));
    }

    private void judge(Answer answer) {
        boolean patient = answer.code().equals("unavailable")
                && answer.header("Retry-After").isPresent()
                && !answer.text().contains("Its log has the details");
        if (answer.status() >= 500 && !patient || Set.of(400, 401, 404).contains(answer.status())) {
            faults.add(answer.toString());
        }
    }

    private void live(Person person, String room) {
        LiveSocket socket = person.socket();
        socket.join(room);
        launch(n -> {
            JsonNode answer = socket.ask("send_message", "room", room, "clientId", Person.newId(), "body", "live " + n);
            Set<String> expected = Set.of("", "unavailable", "forbidden", "rate_limited");
            if (!expected.contains(answer.path("code").asText())) {
                faults.add(answer.toString());
            }
        });
    }

    private static boolean sawEveryKind(Follower follower) {
        List<String> frames = follower.frames().stream().map(JsonNode::toString).toList();
        return KINDS.stream().allMatch(kind -> frames.stream().anyMatch(frame -> frame.contains(kind)));
    }

    private void launch(IntConsumer deed) {
        Thread thread = new Thread(() -> {
            try {
                for (int n = 1; !over; n++) {
                    deed.accept(n);
                }
            } catch (RuntimeException | AssertionError unanswered) {
                faults.add(unanswered.toString());
            }
        });
        thread.start();
        writers.add(thread);
    }

    private List<JsonNode> log(String room) {
        List<JsonNode> log = new ArrayList<>();
        JsonNode page;
        do {
            page = ann.get("rooms/" + room + "/log?limit=200&after=" + log.size())
                    .expect(200);
            for (JsonNode event : page.path("events")) {
                assertEquals(log.size() + 1, event.path("seq").asInt(), "no gap");
                log.add(event);
            }
        } while (page.path("more").asBoolean());
        assertEquals(log.size(), page.path("head").asInt());
        return log;
    }

    /** The part of a frame that is the same live and replayed; the text may have been deleted meanwhile. */
    private String entry(JsonNode frame) {
        return frame.path("seq").asText() + " " + frame.path("type").asText() + " "
                + frame.path("message").path("clientId").asText() + " "
                + frame.path("target").asText() + " "
                + frame.path("message").path("system");
    }
}
