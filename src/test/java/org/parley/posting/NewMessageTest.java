package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.problems.Code;
import org.parley.problems.FieldError;
import org.parley.problems.Refusal;

class NewMessageTest {
    private static final String ID = "6f1c0000-0000-4000-8000-00000000000a";

    @Test
    void what_is_not_said_is_text_and_no_reply() {
        NewMessage message = NewMessage.of(new NewMessage.Json(ID, " hello ", null, null, null));
        assertEquals(UUID.fromString(ID), message.clientId());
        assertEquals("hello", message.body());
        assertEquals("text", message.kind(List.of()));
        assertNull(message.replyTo());
    }

    @Test
    void an_id_is_a_whole_uuid_in_either_case() {
        assertEquals(
                UUID.fromString(ID),
                NewMessage.of(json(ID.toUpperCase(), "x", null)).clientId());
        for (String bad : new String[] {null, "", "1-1-1-1-1", ID + "0", "{" + ID + "}", ID.replace('a', 'g')}) {
            assertEquals(List.of("clientId"), wrong(json(bad, "x", null)));
        }
    }

    @Test
    void every_wrong_field_is_named() {
        assertEquals(
                List.of("clientId", "body", "kind", "replyTo"),
                wrong(new NewMessage.Json("x", "\u0007", "system", 0L, List.of("x"))));
    }

    @Test
    void attachments_that_are_nobodys_are_not_found_unless_there_are_none() {
        Refusal refusal = assertThrows(
                Refusal.class, () -> NewMessage.of(new NewMessage.Json(ID, "x", null, null, List.of("a"))));
        assertEquals(Code.NOT_FOUND, refusal.code());
        NewMessage.of(new NewMessage.Json(ID, "x", null, null, List.of()));
    }

    private static NewMessage.Json json(String clientId, String body, String kind) {
        return new NewMessage.Json(clientId, body, kind, null, null);
    }

    private static List<String> wrong(NewMessage.Json typed) {
        Refusal refusal = assertThrows(Refusal.class, () -> NewMessage.of(typed));
        return refusal.errors().stream().map(FieldError::field).toList();
    }
}
