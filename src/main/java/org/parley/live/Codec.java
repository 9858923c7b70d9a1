package org.parley.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.parley.messages.Logged;
import org.parley.messages.NumberedFrame;
import org.parley.problems.Code;
import org.parley.problems.Failures;
import org.parley.problems.Refusal;
import org.parley.rooms.LogName;

/** Translates frames between text and records. */
@ApplicationScoped
class Codec {
    private static final int LONGEST_REF = 128;

    /**
     * A request, or the reason why the text is not one.
     *
     * @param type the requested type, even if the request is refused; empty if it has none
     */
    record Incoming(Request request, String type, Object ref, Refusal refusal) {
        static Incoming refused(Refusal refusal) {
            return new Incoming(null, "", null, refusal);
        }
    }

    @Inject
    ObjectMapper json;

    Encoded encoded(Frame frame) {
        return Encoded.one(frame.type(), octets(frame));
    }

    /** A frame that moves its reader in a log. */
    Encoded encoded(Frame frame, Encoded.Move move, long roomId, long seq) {
        return Encoded.one(frame.type(), octets(frame), move, roomId, seq);
    }

    /** An entry of a log, for a reader who has everything before it. */
    Encoded encoded(Logged entry, LogName log) {
        NumberedFrame frame = entry.frame(log);
        return Encoded.one(frame.type(), octets(frame), Encoded.Move.GIVEN, entry.roomId(), entry.seq());
    }

    private byte[] octets(Object frame) {
        try {
            return json.writeValueAsBytes(frame);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads one object, or an array of objects to be handled in order. Text that is not JSON gives one refusal. An
     * element is checked when it is asked for: a text may have tens of thousands, and the socket may be closed after
     * the first few.
     */
    Iterable<Incoming> read(String text) {
        try {
            JsonNode tree = json.readTree(text);
            if (tree == null || !tree.isArray()) {
                return List.of(incoming(tree));
            }
            return () -> StreamSupport.stream(tree.spliterator(), false)
                    .map(this::incoming)
                    .iterator();
        } catch (JsonProcessingException malformed) {
            return List.of(Incoming.refused(Refusal.of(Code.INVALID_JSON, "The frame is not valid JSON.")));
        }
    }

    private Incoming incoming(JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            return Incoming.refused(Refusal.of(Code.INVALID_JSON, "A frame must be an object or an array of objects."));
        }
        Object ref = null;
        String type = tree.path("type").asText();
        try {
            ref = ref(tree.get("ref"));
            return new Incoming(json.treeToValue(tree, Request.class), type, ref, null);
        } catch (JsonProcessingException | Refusal wrong) {
            return new Incoming(null, type, ref, Failures.refusal(wrong));
        }
    }

    /** Returned unchanged: a text or a whole number. */
    private static Object ref(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isTextual() && node.textValue().length() <= LONGEST_REF) {
            return node.textValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        throw Refusal.invalid("ref", "must be a text of at most " + LONGEST_REF + " characters or a whole number");
    }
}
