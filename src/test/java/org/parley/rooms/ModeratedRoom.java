package org.parley.rooms;

import org.junit.jupiter.api.BeforeEach;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** A room that ann owns, with bob as moderator and cem as member. */
abstract class ModeratedRoom {
    final Cast cast = Cast.onSharedServer();
    final Person ann = cast.ann();
    final Person bob = cast.bob();
    final Person cem = cast.cem();
    final Person root = cast.root();
    String room;

    @BeforeEach
    void ann_has_a_room_where_bob_moderates_and_cem_is() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        cem.join(room);
        ann.patch(path() + "/members/" + bob.name(), Json.of("role", "moderator"))
                .expect(200);
    }

    String path() {
        return "rooms/" + room;
    }

    Answer ban(Person actor, Person target) {
        return impose(actor, "bans", target);
    }

    Answer mute(Person actor, Person target) {
        return impose(actor, "mutes", target);
    }

    Answer impose(Person actor, String list, Person target) {
        return impose(actor, list, target.name());
    }

    Answer impose(Person actor, String list, String username) {
        return actor.post(path() + "/" + list, Json.of("username", username));
    }

    Answer post(Person person) {
        return person.post(path() + "/messages", Json.of("clientId", Person.newId(), "body", "hello"));
    }
}
