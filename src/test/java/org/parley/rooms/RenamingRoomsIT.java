package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class RenamingRoomsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person dora = cast.dora();
    private final String id = create(ann, "tea").expect(201).path("id").asText();

    @Test
    void after_a_rename_the_old_name_is_not_found_and_nobody_elses() {
        change(ann, "name", cast.unique("new")).expect(200);
        ann.get("rooms/" + cast.unique("tea")).refused(404, "not_found");
        ann.get("rooms/" + cast.unique("new")).expect(200);
        create(dora, "Tea").refused(409, "room_name_taken");
        String doras = create(dora, "doras").expect(201).path("id").asText();
        dora.patch("rooms/" + doras, Json.of("name", cast.unique("tea"))).refused(409, "room_name_taken");
        assertEquals(
                cast.unique("doras"),
                dora.get("rooms/" + doras).expect(200).path("name").asText());
    }

    @Test
    void a_room_takes_back_a_name_it_had() {
        for (String name : List.of("new", "tea", "new", "TEA", "tеa", "tea")) {
            String wanted = cast.unique(name);
            assertEquals(
                    wanted, change(ann, "name", wanted).expect(200).path("name").asText());
            assertEquals(
                    wanted,
                    dora.get("rooms/" + Segment.of(wanted))
                            .expect(200)
                            .path("name")
                            .asText());
        }
        create(dora, "new").refused(409, "room_name_taken");
    }

    @Test
    void the_log_tells_a_rename_under_the_new_name() {
        change(ann, "name", cast.unique("new")).expect(200);
        JsonNode message = ann.get("rooms/" + id).expect(200).path("lastMessage");
        assertEquals(cast.unique("new"), message.path("room").asText());
        assertEquals("name", message.path("system").path("action").asText());
    }

    private Answer change(Person person, String field, String name) {
        return person.patch("rooms/" + id, Json.of(field, name));
    }

    private Answer create(Person person, String name) {
        return person.post("rooms", Json.of("name", cast.unique(name), "visibility", "public"));
    }
}
