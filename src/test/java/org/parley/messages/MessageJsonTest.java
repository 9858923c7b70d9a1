package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.rooms.LogName;
import org.parley.rooms.SystemAction;
import org.parley.system.Provided;

/** Messages on the wire, to the letter: clients may rely on every field. */
class MessageJsonTest {
    private static final UUID ID = UUID.fromString("0f6a1d9e-5a37-4a0a-9a57-0c1c3a2b4d5e");
    private static final String ANN = "\"sender\":{\"username\":\"ann\",\"displayName\":\"Ann\",\"avatarUrl\":null},";
    private static final String NEVER_CHANGED = "\"reactions\":[],\"createdAt\":\"1970-01-01T00:00:00.000Z\","
            + "\"editedAt\":null,\"deleted\":false,\"pinned\":false,\"replyCount\":0";

    @Test
    void a_message_of_a_room() {
        assertEquals(
                "{\"room\":\"tea\",\"seq\":3,\"clientId\":\"" + ID + "\",\"kind\":\"text\"," + ANN
                        + "\"body\":\"hello\",\"attachments\":[],\"replyTo\":null,\"mentions\":[],\"mentionsAll\":null,"
                        + NEVER_CHANGED
                        + "}",
                json(LogName.room("tea"), Said.message(1, 3, 7, ID, "hello")));
    }

    @Test
    void an_answer_that_mentions_somebody_in_a_private_conversation() {
        Details details = Details.of(new LoggedMessage.Quote(2, "bob", "who?"), List.of("bob"), "here");
        assertEquals(
                "{\"room\":null,\"with\":\"bob\",\"seq\":3,\"clientId\":\"" + ID + "\",\"kind\":\"text\"," + ANN
                        + "\"body\":\"@bob @here\",\"attachments\":[],"
                        + "\"replyTo\":{\"seq\":2,\"username\":\"bob\",\"excerpt\":\"who?\"},\"mentions\":[\"bob\"],\"mentionsAll\":\"here\","
                        + NEVER_CHANGED + "}",
                json(LogName.with("bob"), Said.message(1, 3, 7, ID, "@bob @here", details)));
    }

    @Test
    void what_the_server_tells() {
        assertEquals(
                "{\"room\":\"tea\",\"seq\":4,\"clientId\":null,\"kind\":\"system\"," + ANN
                        + "\"body\":\"\",\"attachments\":[],\"replyTo\":null,\"mentions\":[],\"mentionsAll\":null,"
                        + NEVER_CHANGED
                        + ",\"system\":{\"action\":\"role\",\"target\":\"bob\",\"value\":\"owner\"}}",
                json(LogName.room("tea"), Said.told(1, 4, SystemAction.ROLE, "bob", "owner")));
    }

    private static String json(LogName log, LoggedMessage message) {
        try {
            return Provided.json().writeValueAsString(MessageJson.of(log, message));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
