package org.parley.invites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** A private room: ann owns it, bob is a moderator, cem is a member, and dora is an outsider. */
abstract class RoomWithLinks {
    final Cast cast = Cast.onSharedServer();
    final Person ann = cast.ann();
    final Person bob = cast.bob();
    final Person cem = cast.cem();
    final Person dora = cast.dora();
    String room;

    @BeforeEach
    void ann_has_a_private_room_where_bob_moderates_and_cem_is() {
        room = ann.post("rooms", Json.of("name", cast.unique("den"), "visibility", "private"))
                .expect(201)
                .path("name")
                .asText();
        for (Person member : List.of(bob, cem)) {
            ann.post(path() + "/members", Json.of("username", member.name())).expect(201);
        }
        ann.patch(path() + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
    }

    String path() {
        return "rooms/" + room;
    }

    Answer make(Person staff, ObjectNode terms) {
        return staff.post(path() + "/invites", terms);
    }

    /** The code of a new link. */
    String code(Object... terms) {
        return make(bob, Json.of(terms)).expect(201).path("code").asText();
    }

    Answer follow(Person person, String code) {
        return person.post("invites/" + code, Json.of());
    }

    JsonNode links() {
        return bob.get(path() + "/invites").expect(200).path("invites");
    }

    long head() {
        return ann.get(path()).expect(200).path("head").asLong();
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }
}
