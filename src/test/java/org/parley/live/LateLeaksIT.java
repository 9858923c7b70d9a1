package org.parley.live;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** A person who left or was removed receives nothing more of the room: no message, typing, receipt or arrival. */
@Tag("once")
class LateLeaksIT {
    private static final String[] FRAMES = {
        "new_message", "user_typing", "user_stopped_typing", "receipt", "user_joined", "user_left", "room_updated"
    };

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final Person cem = cast.cem();
    private final String room = ann.createRoom(cast.unique("tea"));

    @BeforeEach
    void bob_and_cem_are_in_anns_room() {
        bob.join(room);
        cem.join(room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kicked", "banned"})
    void after_being_put_out(String how) {
        try (LiveSocket anns = ann.socket();
                LiveSocket cems = cem.socket();
                LiveSocket first = bob.socket();
                LiveSocket second = bob.socket()) {
            for (LiveSocket socket : List.of(anns, cems, first, second)) {
                socket.join(room);
            }
            cems.send(Json.of("type", "typing_start", "room", room));
            first.await("user_typing");
            second.await("user_typing");
            if (how.equals("kicked")) {
                ann.delete("rooms/" + room + "/members/" + bob.name()).expect(204);
            } else {
                ann.post("rooms/" + room + "/bans", Json.of("username", bob.name()))
                        .expect(201);
            }
            first.await(how);
            second.await(how);
            goOn(anns, cems);
            first.assertNone(FRAMES);
            second.assertNone(FRAMES);
        }
    }

    @Test
    void after_leaving() {
        try (LiveSocket anns = ann.socket();
                LiveSocket cems = cem.socket();
                LiveSocket bobs = bob.socket()) {
            for (LiveSocket socket : List.of(anns, cems, bobs)) {
                socket.join(room);
            }
            bob.delete("rooms/" + room + "/members/me").expect(204);
            bobs.drain();
            goOn(anns, cems);
            bobs.assertNone(FRAMES);
        }
    }

    /** Everything that is told in a room; and it was, to somebody who is still there. */
    private void goOn(LiveSocket anns, LiveSocket cems) {
        anns.send(Json.of("type", "typing_start", "room", room));
        cems.await("user_typing");
        long seq = anns.say(room, "he is gone").path("seq").asLong();
        cems.await("new_message");
        anns.send(Json.of("type", "mark_read", "room", room, "seq", seq));
        cems.await(
                "receipt",
                frame -> frame.path("type").asText().equals("receipt")
                        && frame.path("readSeq").asLong() == seq);
        ann.patch("rooms/" + room, Json.of("topic", "without him")).expect(200);
        cems.await("room_updated");
        try (LiveSocket doras = cast.dora().socket()) {
            doras.join(room);
            cems.await("user_joined");
        }
    }
}
