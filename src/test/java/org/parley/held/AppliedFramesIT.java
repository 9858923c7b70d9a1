package org.parley.held;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/**
 * After every action, the state of a client that applied the frames equals what it would fetch: the room and its
 * messages, a conversation and its messages, and the room list, for every person.
 */
@Tag("once")
class AppliedFramesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String THUMB = "%F0%9F%91%8D";
    private static final String HEART = "%E2%9D%A4";

    /**
     * ann owns the room, bob and cem are members, and dora is not. ann has exchanged messages with bob, with dora, and
     * with herself.
     */
    private static final class Scene {
        private final Cast cast = Cast.onSharedServer();
        private final Person ann = cast.ann();
        private final Person bob = cast.bob();
        private final Person cem = cast.cem();
        private final Person dora = cast.dora();
        private final String room = ann.createRoom(cast.unique("tea"));
        private final String id = ann.get("rooms/" + room).json().path("id").asText();

        Scene() {
            bob.join(room);
            cem.join(room);
            ann.post(room, "hello");
            bob.post(room, "hello @" + ann.name());
            reply(ann, 2);
            ann.put("rooms/" + id + "/messages/2/reactions/" + THUMB, null);
            bob.put("rooms/" + id + "/messages/2/reactions/" + THUMB, null);
            cem.put("rooms/" + id + "/messages/2/reactions/" + HEART, null);
            ann.put("rooms/" + id + "/pins/2", null);
            ann.write(bob, "hello");
            bob.write(ann, "hello again");
            bob.write(cem, "and you");
            dora.write(ann, "may I come in?");
            ann.write(ann, "a note");
        }

        Answer reply(Person person, long to) {
            return person.post(
                    "rooms/" + room + "/messages",
                    Json.of("clientId", Person.newId(), "body", "yes @" + cem.name(), "replyTo", to));
        }

        Answer change(String field, Object value) {
            return ann.patch("rooms/" + id, Json.of(field, value));
        }

        String reaction(long seq, String emoji) {
            return "rooms/" + id + "/messages/" + seq + "/reactions/" + emoji;
        }

        String member(Person person) {
            return "rooms/" + id + "/members/" + person.name();
        }
    }

    private interface Action {
        Answer done(Scene scene);
    }

    private static final Map<String, Action> ACTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("a reply that names somebody", scene -> scene.reply(scene.bob, 1)),
            Map.entry(
                    "deleting a message that was answered",
                    scene -> scene.bob.delete("rooms/" + scene.id + "/messages/2")),
            Map.entry("deleting the last message", scene -> scene.ann.delete("rooms/" + scene.id + "/messages/3")),
            Map.entry(
                    "editing a message that was answered",
                    scene -> scene.bob.patch(
                            "rooms/" + scene.id + "/messages/2",
                            Json.of("body", "hello @" + scene.cem.name() + " instead"))),
            Map.entry(
                    "editing the last message",
                    scene -> scene.ann.patch("rooms/" + scene.id + "/messages/3", Json.of("body", "no"))),
            Map.entry(
                    "editing a private message",
                    scene -> scene.bob.patch(
                            "direct/" + scene.ann.name() + "/messages/2", Json.of("body", "once more"))),
            Map.entry("a reaction", scene -> scene.bob.put(scene.reaction(3, THUMB), null)),
            Map.entry("a second reaction", scene -> scene.bob.put(scene.reaction(2, HEART), null)),
            Map.entry("taking the first reaction back", scene -> scene.ann.delete(scene.reaction(2, THUMB))),
            Map.entry("taking the last reaction back", scene -> scene.cem.delete(scene.reaction(2, HEART))),
            Map.entry(
                    "a private reaction",
                    scene -> scene.bob.put("direct/" + scene.ann.name() + "/messages/2/reactions/" + HEART, null)),
            Map.entry("a pin", scene -> scene.ann.put("rooms/" + scene.id + "/pins/3", null)),
            Map.entry("taking a pin off", scene -> scene.ann.delete("rooms/" + scene.id + "/pins/2")),
            Map.entry("a private pin", scene -> scene.bob.put("direct/" + scene.ann.name() + "/pins/1", null)),
            Map.entry("reading", scene -> scene.bob.put("rooms/" + scene.id + "/read", Json.of("seq", 3))),
            Map.entry("delivery", scene -> scene.bob.put("rooms/" + scene.id + "/delivered", Json.of("seq", 2))),
            Map.entry("the topic", scene -> scene.change("topic", "tea only")),
            Map.entry("the name", scene -> scene.change("name", scene.cast.unique("coffee"))),
            Map.entry("the visibility", scene -> scene.change("visibility", "private")),
            Map.entry("the password", scene -> scene.change("password", "long-enough")),
            Map.entry("slow mode", scene -> scene.change("slowModeSeconds", 5)),
            Map.entry("archiving", scene -> scene.change("archived", true)),
            Map.entry("deleting the room", scene -> scene.ann.delete("rooms/" + scene.id)),
            Map.entry("a role", scene -> scene.ann.patch(scene.member(scene.bob), Json.of("role", "moderator"))),
            Map.entry("a kick", scene -> scene.ann.delete(scene.member(scene.bob))),
            Map.entry("a ban", scene -> sanction(scene, "bans", null)),
            Map.entry("a mute", scene -> sanction(scene, "mutes", "2999-01-01T00:00:00.000Z")),
            Map.entry("the end of a mute", AppliedFramesIT::muteAndUnmute),
            Map.entry("leaving", scene -> scene.bob.delete("rooms/" + scene.id + "/members/me")),
            Map.entry("joining", scene -> scene.dora.post("rooms/" + scene.id + "/members", Json.of())),
            Map.entry(
                    "adding somebody",
                    scene -> scene.ann.post("rooms/" + scene.id + "/members", Json.of("username", scene.dora.name()))),
            Map.entry("a new room", scene -> scene.bob.post("rooms", newRoom(scene))),
            Map.entry("a private message", scene -> write(scene.ann, scene.bob)),
            Map.entry("a private message to oneself", scene -> write(scene.ann, scene.ann)),
            Map.entry(
                    "deleting a private message",
                    scene -> scene.bob.delete("direct/" + scene.ann.name() + "/messages/2")),
            Map.entry(
                    "reading privately",
                    scene -> scene.ann.put("direct/" + scene.bob.name() + "/read", Json.of("seq", 2)))));

    private static Answer sanction(Scene scene, String kind, String until) {
        return scene.ann.post(
                "rooms/" + scene.id + "/" + kind,
                Json.of("username", scene.bob.name(), "reason", "too loud", "until", until));
    }

    private static Answer muteAndUnmute(Scene scene) {
        sanction(scene, "mutes", null);
        return scene.ann.delete("rooms/" + scene.id + "/mutes/" + scene.bob.name());
    }

    private static JsonNode newRoom(Scene scene) {
        return Json.of("name", scene.cast.unique("milk"), "visibility", "public");
    }

    private static Answer write(Person person, Person to) {
        return person.post("direct/" + to.name() + "/messages", Json.of("clientId", Person.newId(), "body", "you?"));
    }

    @TestFactory
    Stream<DynamicTest> what_is_held_is_what_is_fetched_after() {
        return ACTIONS.entrySet().stream()
                .map(action -> DynamicTest.dynamicTest(action.getKey(), () -> assertHeld(action.getValue())));
    }

    private static void assertHeld(Action action) {
        Scene scene = new Scene();
        try (Holder anns = new Holder(scene.ann, scene.id, scene.bob);
                Holder bobs = new Holder(scene.bob, scene.id, scene.ann);
                Holder cems = new Holder(scene.cem, scene.id, scene.bob);
                Holder doras = new Holder(scene.dora, scene.id, scene.ann);
                Holder notes = new Holder(scene.ann, scene.id, scene.ann)) {
            Answer answer = action.done(scene);
            if (answer.status() / 100 != 2) {
                throw new AssertionError(answer);
            }
            List.of(anns, bobs, cems, doras, notes).forEach(AppliedFramesIT::assertHeld);
        }
    }

    private static void assertHeld(Holder holder) {
        try {
            Waiting.until("what is held is what is fetched", PATIENCE, () -> holder.held()
                    .equals(holder.fetched()));
        } catch (AssertionError different) {
            assertEquals(holder.fetched().toPrettyString(), holder.held().toPrettyString());
        }
    }
}
