package org.parley.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Messages;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/** Where one line stands for a message that has files and no text, it tells the files, as they are now. */
class QuotedFilesIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("tea"));

    @Test
    void quotes_and_activity_tell_the_files_of_a_message_without_text() {
        bob.join(room);
        JsonNode files = Json.of("count", 2, "pictures", 1, "name", "a.txt");
        Uploads.post(
                ann,
                room,
                "",
                Uploads.id(ann, "a.txt", "hello"),
                Uploads.put(ann, "p.png", Uploads.png(2, 2)).path("id").asText());
        JsonNode reply = Messages.post(bob, room, Messages.of("thanks").put("replyTo", 1))
                .expect(201);
        JsonNode quote = Json.of("seq", 1, "username", ann.name(), "excerpt", "", "files", files);
        assertEquals(quote, reply.path("replyTo"));
        assertEquals(quote, ann.get(path("/messages/2")).expect(200).path("replyTo"));
        bob.put(path("/draft"), Json.of("body", "and", "replyTo", 1, "revision", 0))
                .expect(200);
        assertEquals(quote, bob.get(path("/draft")).expect(200).path("replyTo"));
        bob.put(path("/messages/1/reactions/%F0%9F%91%8D"), null).expect(204);
        JsonNode reaction = ann.get("activity?kind=reaction").expect(200).at("/items/0");
        assertEquals("", reaction.path("excerpt").asText());
        assertEquals(files, reaction.path("files"));
        assertFollows(quote);
    }

    private void assertFollows(JsonNode quote) {
        ann.patch(path("/messages/1"), Json.of("body", "the plan")).expect(200);
        assertTrue(ann.get(path("/messages/2")).expect(200).at("/replyTo/files").isMissingNode(), "it has a text now");
        ann.patch(path("/messages/1"), Json.of("body", "")).expect(200);
        assertEquals(quote, ann.get(path("/messages/2")).expect(200).path("replyTo"));
        ann.delete(path("/messages/1")).expect(204);
        for (Person person : List.of(ann, bob)) {
            String all = person.get(path("/messages")).text()
                    + person.get(path("/log")).text()
                    + person.get(path("/draft")).text()
                    + person.get("activity").text();
            assertFalse(all.contains("a.txt"), "nobody is told of the file of a deleted message");
        }
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }
}
