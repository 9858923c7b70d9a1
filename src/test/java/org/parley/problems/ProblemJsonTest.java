package org.parley.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.parley.system.Provided;

class ProblemJsonTest {
    private static final Refusal CONFLICT = Refusal.of(Code.CONFLICT, "Changed elsewhere.");

    @Test
    void a_field_of_one_refusal_stands_beside_the_usual_ones_also_without_a_value() throws Exception {
        JsonNode usual = written(CONFLICT);
        assertEquals(Json.of("a", 1), added(usual, written(CONFLICT.with("a", 1))));
        assertEquals(Json.of("a", null), added(usual, written(CONFLICT.with("a", null))));
        assertEquals(Json.of("a", Json.of("b", "c")), added(usual, written(CONFLICT.with("a", Map.of("b", "c")))));
    }

    private static JsonNode written(Refusal refusal) throws Exception {
        return Json.read(Provided.json().writeValueAsString(ProblemJson.of(refusal, Response.Status.CONFLICT, "/")));
    }

    /** The fields that the other object does not have. */
    private static JsonNode added(JsonNode usual, JsonNode all) {
        return ((ObjectNode) all)
                .without(usual.properties().stream().map(Map.Entry::getKey).toList());
    }
}
