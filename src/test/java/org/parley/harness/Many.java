package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Sends many messages cheaply: in arrays of frames over one socket. */
public final class Many {
    /** Below the limit of 128 KiB for a frame. */
    private static final int LONGEST_FRAME = 100_000;

    private static final int MOST_IN_A_FRAME = 250;
    /** The most characters of a frame beside the body. */
    private static final int AROUND_A_BODY = 300;

    private static final int MOST_TRIES = 5;

    private Many() {}

    /** Posts {@code count} short messages in a room and waits until all are stored. */
    public static void say(Person person, String room, int count) {
        say(person, room, count, "a message");
    }

    /** As {@link #say(Person, String, int)}, with this text. */
    public static void say(Person person, String room, int count, String body) {
        say(person, room, 1, count, i -> body);
    }

    /** Posts the short messages {@code number 1.}, {@code number 2.} and so on. */
    public static void count(Person person, String room, int first, int last) {
        say(person, room, first, last, i -> "number " + i + ".");
    }

    /** Posts messages with the numbers {@code first} to {@code last}. */
    public static void say(Person person, String room, int first, int last, IntFunction<String> body) {
        int atOnce = Math.min(MOST_IN_A_FRAME, LONGEST_FRAME / (body.apply(last).length() + AROUND_A_BODY));
        try (LiveSocket socket = person.socket()) {
            for (int next = first; next <= last; next += atOnce) {
                SortedMap<Integer, ObjectNode> frames = new TreeMap<>();
                for (int i = next; i <= Math.min(last, next + atOnce - 1); i++) {
                    frames.put(i, frame(room, body.apply(i)).put("ref", i));
                }
                sayAtOnce(socket, frames);
            }
        }
    }

    /**
     * On a busy machine some are {@code unavailable} and sent again: a repeat is stored once.
     *
     * @param unsaid by their {@code ref}
     */
    private static void sayAtOnce(LiveSocket socket, SortedMap<Integer, ObjectNode> unsaid) {
        for (int i = 0; i < MOST_TRIES && !unsaid.isEmpty(); i++) {
            ArrayNode frames = JsonNodeFactory.instance.arrayNode();
            unsaid.values().forEach(frames::add);
            socket.send(frames);
            for (int answers = frames.size(); answers > 0; answers--) {
                JsonNode answer = socket.await("an answer", frame -> frame.has("ref"));
                if (!answer.path("code").asText().equals("unavailable")) {
                    LiveSocket.expect("message_sent", answer);
                    unsaid.remove(answer.path("ref").asInt());
                }
            }
        }
        if (!unsaid.isEmpty()) {
            throw new AssertionError(unsaid.size() + " messages were unavailable " + MOST_TRIES + " times");
        }
    }

    /** A {@code send_message} with a new id. */
    public static ObjectNode frame(String room, String body) {
        return Json.of("type", "send_message", "room", room, "clientId", Person.newId(), "body", body);
    }
}
