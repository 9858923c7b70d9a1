package org.parley.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LimitedServer;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/** What a person may store, with and without a limit for it. */
class StorageIT {
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST = LimitedServer.STORAGE_OF_A_USER;

    @Test
    void without_a_limit_it_says_what_is_stored() {
        Person ann = Cast.onSharedServer().ann();
        Uploads.id(ann, "a.txt", "hello");
        assertEquals(
                Json.read("{\"used\":5,\"most\":null}"),
                ann.get("users/me/storage").expect(200));
        assertTrue(ann.get("server").expect(200).at("/limits/storage").isMissingNode());
    }

    @Test
    @Tag("embedded")
    void a_file_needs_room_beside_the_others_until_a_message_with_files_is_deleted() {
        Person rob = LimitedServer.get().person("rob");
        String room = rob.createRoom(LimitedServer.get().cast().unique("store"));
        assertEquals(MOST, rob.get("server").expect(200).at("/limits/storage").asInt());
        String large = put(rob, 9).expect(201).path("id").asText();
        Uploads.post(rob, room, "", large);
        JsonNode refused = put(rob, 4).refused(413, "too_large");
        assertEquals(3 * MEGABYTE, refused.path("left").asInt());
        assertEquals(3, taken(Stream.generate(() -> 1).limit(6).toList(), rob), "of six at the same moment");
        assertEquals(MOST, used(rob));
        Uploads.send(rob, "a.txt", new byte[1]).refused(413, "too_large");
        rob.raw("PUT", "users/me/avatar", "image/png", BodyPublishers.ofByteArray(Uploads.png(2, 2)))
                .expect(200);
        assertEquals(MOST, used(rob), "a picture of a person does not count");
        rob.delete("rooms/" + room + "/messages/1").expect(204);
        assertEquals(3 * MEGABYTE, used(rob));
        put(rob, 4).expect(201);
    }

    private static Answer put(Person person, int megabytes) {
        return Uploads.send(person, "a.bin", new byte[megabytes * MEGABYTE]);
    }

    /** How many of these uploads are stored. */
    private static long taken(List<Integer> megabytes, Person person) {
        return megabytes.stream().map(each -> CompletableFuture.supplyAsync(() -> put(person, each))).toList().stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() == 201)
                .count();
    }

    private static long used(Person person) {
        return person.get("users/me/storage").expect(200).path("used").asLong();
    }
}
