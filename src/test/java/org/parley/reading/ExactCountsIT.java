package org.parley.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Uploads;
import org.parley.harness.Waiting;
import org.parley.roomfile.RoomFiles;

/** After whatever people do, the counts are those of the messages that they can read. */
class ExactCountsIT {
    private static final int STEPS = 90;
    private static final int BETWEEN_CHECKS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private final List<Person> people = List.of(ann, bob, cem);
    private final Random random = new Random(18);
    private String room;

    @Test
    void the_counts_are_those_of_the_messages_whatever_people_do() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        cem.join(room);
        for (int step = 1; step <= STEPS; step++) {
            act();
            if (step % BETWEEN_CHECKS == 0) {
                people.forEach(this::check);
            }
        }
        goForGood();
        people.forEach(this::check);
        comesFromAFile();
    }

    private void act() {
        Person person = people.get(random.nextInt(people.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> person.post(room, "hello");
            case 4 -> person.post(room, "@" + other(person).name() + ", hello");
            case 5 ->
                ann.patch("rooms/" + room, Json.of("topic", "topic " + random.nextInt()))
                        .expect(200);
            case 6 -> deleteSome(person);
            case 7 -> person.put(message(person) + "/reactions/%F0%9F%91%8D", null);
            case 8 -> person.patch(message(person), Json.of("body", "edited " + random.nextInt()));
            case 9 -> mark(person, "read");
            case 10 -> mark(person, "unread");
            default -> comeAgain();
        }
    }

    private Person other(Person person) {
        return people.get((people.indexOf(person) + 1) % people.size());
    }

    /** Ann may delete everything, the others what they wrote. */
    private void deleteSome(Person person) {
        for (int i = random.nextInt(6); i >= 0; i--) {
            person.delete(message(person));
        }
    }

    private String message(Person person) {
        return "rooms/" + room + "/messages/" + (1 + random.nextInt((int) Math.max(1, head(person))));
    }

    private void mark(Person person, String mark) {
        person.put("rooms/" + room + "/" + mark, Json.of("seq", 1 + random.nextInt((int) Math.max(1, head(person)))))
                .expect(204);
        if (mark.equals("read")) {
            Waiting.until("the mark is in force", PATIENCE, () -> person.get("rooms/" + room)
                    .expect(200)
                    .path("membership")
                    .path("unreadFrom")
                    .isNull());
        }
    }

    private void comeAgain() {
        if (random.nextBoolean()) {
            ann.delete("rooms/" + room + "/members/" + bob.name()).expect(204);
        } else {
            bob.delete("rooms/" + room + "/members/me").expect(204);
        }
        bob.join(room);
    }

    /** What a person wrote stays when their account is deleted, and stays unread. */
    private void goForGood() {
        Person dora = cast.dora();
        dora.join(room);
        dora.post(room, "@" + bob.name() + ", goodbye");
        long seq = dora.post(room, "never mind").path("seq").asLong();
        dora.delete("rooms/" + room + "/messages/" + seq).expect(204);
        assertEquals(
                2,
                dora.post("users/me/deletion", Json.of("password", Person.PASSWORD))
                                .status()
                        / 100);
    }

    private void comesFromAFile() {
        byte[] zip = Uploads.octets(ann, "rooms/" + room + "/export");
        room = RoomFiles.send(bob, zip, cast.unique("again"))
                .expect(201)
                .path("name")
                .asText();
        check(bob);
        for (int i = 0; i < 5; i++) {
            mark(bob, "unread");
            check(bob);
        }
    }

    private void check(Person reader) {
        JsonNode shown = reader.get("rooms/" + room).expect(200);
        JsonNode membership = shown.path("membership");
        long from =
                membership.path("unreadFrom").asLong(membership.path("readSeq").asLong() + 1);
        List<JsonNode> unread = new ArrayList<>();
        for (JsonNode message : messages(reader, from - 1)) {
            boolean own = message.path("sender").path("username").asText().equals(reader.name());
            if (!own
                    && !message.path("deleted").asBoolean()
                    && !message.path("kind").asText().equals("system")) {
                unread.add(message);
            }
        }
        String where = reader.name() + " from " + from + " to " + shown.path("head");
        assertEquals(unread.size(), membership.path("unread").asInt(), where);
        assertEquals(membership, listed(reader), where);
    }

    private JsonNode listed(Person reader) {
        for (JsonNode listed :
                reader.get("rooms?filter=joined&limit=200").expect(200).path("rooms")) {
            if (listed.path("name").asText().equals(room)) {
                return listed.path("membership");
            }
        }
        throw new AssertionError(reader.name() + " does not see " + room);
    }

    private List<JsonNode> messages(Person reader, long after) {
        List<JsonNode> messages = new ArrayList<>();
        long last = after;
        boolean more = true;
        while (more) {
            Answer answer = reader.get("rooms/" + room + "/messages?limit=200&after=" + last);
            for (JsonNode message : answer.expect(200).path("messages")) {
                messages.add(message);
                last = message.path("seq").asLong();
            }
            more = answer.json().path("hasAfter").asBoolean();
        }
        return messages;
    }

    private long head(Person person) {
        return person.get("rooms/" + room).expect(200).path("head").asLong();
    }
}
