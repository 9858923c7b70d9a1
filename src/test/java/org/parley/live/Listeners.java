package org.parley.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.parley.harness.LiveSocket;

/** What a test checks on sockets that listen to a room. */
final class Listeners {
    private Listeners() {}

    /** All frames up to the first of this type, that one included. */
    static List<JsonNode> until(LiveSocket socket, String type) {
        List<JsonNode> frames = new ArrayList<>();
        socket.await(type, frame -> {
            frames.add(frame);
            return is(frame, type);
        });
        return frames;
    }

    /** The numbers of the numbered frames and of the answers to messages, in the order in which they came. */
    static List<Long> numbers(List<JsonNode> frames) {
        return frames.stream()
                .filter(frame -> is(frame, "new_message") || is(frame, "message_sent"))
                .map(frame -> frame.path("seq").asLong())
                .toList();
    }

    static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    static boolean is(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
