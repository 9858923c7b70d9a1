package org.parley.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** A room that ann owns, with bob and cem as members; cem has posted a message. */
abstract class ReportedRoom {
    final Cast cast = Cast.onSharedServer();
    final Person ann = cast.ann();
    final Person bob = cast.bob();
    final Person cem = cast.cem();
    final Person root = cast.root();
    String room;
    long seq;

    @BeforeEach
    void cem_has_said_something_in_a_room_of_anns() {
        room = ann.createRoom(cast.unique("tea"));
        bob.join(room);
        cem.join(room);
        seq = cem.post(room, "buy my watches").path("seq").asLong();
    }

    String path() {
        return "rooms/" + room;
    }

    Answer report(Person reporter, String reason) {
        return report(reporter, seq, reason);
    }

    Answer report(Person reporter, long number, String reason) {
        return reporter.post(path() + "/messages/" + number + "/reports", Json.of("reason", reason));
    }

    Answer settle(Person staff, JsonNode report, String state) {
        return staff.patch(path() + "/reports/" + report.path("id").asText(), Json.of("state", state));
    }

    JsonNode list(Person staff, String query) {
        return staff.get(path() + "/reports" + query).expect(200);
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    /** Everything that a client sees, without the requested name. */
    static String anonymous(Answer answer, String name) {
        return answer.status() + " " + answer.text().replace(name, "NAME");
    }
}
