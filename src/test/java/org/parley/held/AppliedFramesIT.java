package org.parley.held;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;

/**
 * After every action, the state of a client that applied the frames equals what it would fetch: the room and its
 * messages, a conversation and its messages, and the room list, for every person. Actions follow each other in
 * one room, because to make the room takes longer than an action.
 */
@Tag("once")
@Tag("mariadb")
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
        /** The message with files. */
        private long filed;

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

        /** ann posts one file and a picture. */
        Answer file() {
            String text = Uploads.id(ann, "plan.txt", "at noon");
            String picture =
                    Uploads.put(ann, "tea.png", Uploads.png(2, 2)).path("id").asText();
            Answer posted = Messages.post(ann, room, Uploads.message("", text, picture));
            filed = posted.expect(201).path("seq").asLong();
            return posted;
        }

        Answer edit(String body) {
            return ann.patch("rooms/" + id + "/messages/" + filed, Json.of("body", body));
        }

        /** The number of the newest message, which changes come after. */
        String newest() {
            return ann.get("rooms/" + id)
                    .expect(200)
                    .path("lastMessage")
                    .path("seq")
                    .asText();
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

    private static final Map<String, Action> MESSAGES = inOrder(
            action("delivery", scene -> scene.bob.put("rooms/" + scene.id + "/delivered", Json.of("seq", 2))),
            action("reading", scene -> scene.bob.put("rooms/" + scene.id + "/read", Json.of("seq", 3))),
            action("a reaction", scene -> scene.bob.put(scene.reaction(3, THUMB), null)),
            action("a second reaction", scene -> scene.bob.put(scene.reaction(2, HEART), null)),
            action("taking the first reaction back", scene -> scene.ann.delete(scene.reaction(2, THUMB))),
            action("taking the last reaction back", scene -> scene.bob.delete(scene.reaction(3, THUMB))),
            action("a pin", scene -> scene.ann.put("rooms/" + scene.id + "/pins/3", null)),
            action("taking a pin off", scene -> scene.ann.delete("rooms/" + scene.id + "/pins/2")),
            action(
                    "editing the last message",
                    scene -> scene.ann.patch("rooms/" + scene.id + "/messages/3", Json.of("body", "no"))),
            action(
                    "editing a message that was answered",
                    scene -> scene.bob.patch(
                            "rooms/" + scene.id + "/messages/2",
                            Json.of("body", "hello @" + scene.cem.name() + " and @all instead"))),
            action("a reply that names somebody", scene -> scene.reply(scene.bob, 3)),
            action(
                    "deleting the last message",
                    scene -> scene.ann.delete("rooms/" + scene.id + "/messages/" + scene.newest())),
            action("a reply to a message with a deleted reply", scene -> scene.reply(scene.bob, 3)),
            action(
                    "deleting a message that was answered",
                    scene -> scene.bob.delete("rooms/" + scene.id + "/messages/2")),
            action("a file without text", Scene::file),
            action("a reply to a file", scene -> scene.reply(scene.bob, scene.filed)),
            action("a text beside the file", scene -> scene.edit("look")),
            action("no text any more", scene -> scene.edit("")),
            action("deleting the file", scene -> scene.ann.delete("rooms/" + scene.id + "/messages/" + scene.filed)));

    private static final Map<String, Action> CONVERSATIONS = inOrder(
            action(
                    "reading privately",
                    scene -> scene.ann.put("direct/" + scene.bob.name() + "/read", Json.of("seq", 2))),
            action(
                    "a private reaction",
                    scene -> scene.bob.put("direct/" + scene.ann.name() + "/messages/2/reactions/" + HEART, null)),
            action("a private pin", scene -> scene.bob.put("direct/" + scene.ann.name() + "/pins/1", null)),
            action(
                    "editing a private message",
                    scene -> scene.bob.patch(
                            "direct/" + scene.ann.name() + "/messages/2", Json.of("body", "once more"))),
            action("a private draft", scene -> draft(scene.bob, "direct/" + scene.ann.name(), 0)),
            action("a private message", scene -> write(scene.ann, scene.bob)),
            action(
                    "deleting a private message",
                    scene -> scene.bob.delete("direct/" + scene.ann.name() + "/messages/2")),
            action(
                    "a favourite conversation",
                    scene -> scene.ann.put("direct/" + scene.bob.name() + "/favourite", Json.of("favourite", true))),
            action("a private message to oneself", scene -> write(scene.ann, scene.ann)));

    private static final Map<String, Action> ROOMS = inOrder(
            action("a new room", scene -> scene.bob.post("rooms", newRoom(scene))),
            action("a draft", scene -> draft(scene.bob, "rooms/" + scene.id, 0)),
            action(
                    "a favourite room",
                    scene -> scene.bob.put("rooms/" + scene.id + "/favourite", Json.of("favourite", true))),
            action(
                    "no notifications of a room",
                    scene -> scene.bob.put("rooms/" + scene.id + "/notify", Json.of("notify", "none"))),
            action("the topic", scene -> scene.change("topic", "tea only")),
            action("the emoji", scene -> scene.change("emoji", "🚀")),
            action("the name", scene -> scene.change("name", scene.cast.unique("coffee"))),
            action("deleting a draft", scene -> scene.bob.delete("rooms/" + scene.id + "/draft")),
            action("slow mode", scene -> scene.change("slowModeSeconds", 5)),
            action("joining", scene -> scene.dora.post("rooms/" + scene.id + "/members", Json.of())),
            action("a draft of somebody who leaves", scene -> draft(scene.dora, "rooms/" + scene.id, 0)),
            action("leaving", scene -> scene.dora.delete("rooms/" + scene.id + "/members/me")),
            action("the password", scene -> scene.change("password", "long-enough")),
            action("the visibility", scene -> scene.change("visibility", "private")),
            action(
                    "adding somebody",
                    scene -> scene.ann.post("rooms/" + scene.id + "/members", Json.of("username", scene.dora.name()))),
            action("a mute", scene -> sanction(scene, "mutes", "2999-01-01T00:00:00.000Z")),
            action("the end of a mute", scene -> scene.ann.delete("rooms/" + scene.id + "/mutes/" + scene.bob.name())),
            action("a role", scene -> scene.ann.patch(scene.member(scene.bob), Json.of("role", "moderator"))),
            action("a kick", scene -> scene.ann.delete(scene.member(scene.dora))),
            action("a ban", scene -> sanction(scene, "bans", null)),
            action("another draft", scene -> draft(scene.cem, "rooms/" + scene.id, 0)),
            action("archiving", scene -> scene.change("archived", true)),
            action("deleting the room", scene -> scene.ann.delete("rooms/" + scene.id)));

    private static Map.Entry<String, Action> action(String name, Action action) {
        return Map.entry(name, action);
    }

    @SafeVarargs
    private static Map<String, Action> inOrder(Map.Entry<String, Action>... actions) {
        Map<String, Action> all = new LinkedHashMap<>();
        Stream.of(actions).forEach(each -> all.put(each.getKey(), each.getValue()));
        return all;
    }

    private static Answer sanction(Scene scene, String kind, String until) {
        return scene.ann.post(
                "rooms/" + scene.id + "/" + kind,
                Json.of("username", scene.bob.name(), "reason", "too loud", "until", until));
    }

    private static Answer draft(Person person, String place, long revision) {
        return person.put(place + "/draft", Json.of("body", "half a thought", "revision", revision));
    }

    private static JsonNode newRoom(Scene scene) {
        return Json.of("name", scene.cast.unique("milk"), "visibility", "public");
    }

    private static Answer write(Person person, Person to) {
        return person.post("direct/" + to.name() + "/messages", Json.of("clientId", Person.newId(), "body", "you?"));
    }

    @Test
    void what_is_held_is_what_is_fetched_after_each_change_of_a_message() {
        assertHeldAfterEach(MESSAGES);
    }

    @Test
    void what_is_held_is_what_is_fetched_after_each_change_of_a_conversation() {
        assertHeldAfterEach(CONVERSATIONS);
    }

    @Test
    void what_is_held_is_what_is_fetched_after_each_change_of_a_room_and_its_members() {
        assertHeldAfterEach(ROOMS);
    }

    private static void assertHeldAfterEach(Map<String, Action> actions) {
        Scene scene = new Scene();
        try (Holder anns = new Holder(scene.ann, scene.id, scene.bob);
                Holder bobs = new Holder(scene.bob, scene.id, scene.ann);
                Holder cems = new Holder(scene.cem, scene.id, scene.bob);
                Holder doras = new Holder(scene.dora, scene.id, scene.ann);
                Holder notes = new Holder(scene.ann, scene.id, scene.ann)) {
            actions.forEach((name, action) -> {
                Answer answer = action.done(scene);
                assertEquals(2, answer.status() / 100, () -> name + ": " + answer);
                List.of(anns, bobs, cems, doras, notes).forEach(holder -> assertHeld(name, holder));
            });
        }
    }

    private static void assertHeld(String after, Holder holder) {
        // The action is answered, so what is fetched is final, and the frames may be on their way.
        JsonNode fetched = holder.fetched();
        try {
            Waiting.until("what is held is what is fetched", PATIENCE, () -> holder.held()
                    .equals(fetched));
        } catch (AssertionError different) {
            assertEquals(fetched.toPrettyString(), holder.held().toPrettyString(), after);
        }
    }
}
