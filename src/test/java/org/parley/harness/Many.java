package org.parley.harness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Many messages at little cost: frames in arrays, sent over one socket. */
public final class Many {
    /** Below the 128 KiB that a frame may have. */
    private static final int LONGEST_FRAME = 100_000;

    private static final int MOST_IN_A_FRAME = 250;
    /** Characters of a frame beside the body, at most. */
    private static final int AROUND_A_BODY = 300;

    private Many() {}

    /** Says {@code count} short messages in a room and waits until all are stored. */
    public static void say(Person person, String room, int count) {
        say(person, room, count, "a message");
    }

    /** Never more at once than are stored within the time after which a sender is told that the server cannot. */
    public static void say(Person person, String room, int count, String body) {
        int atOnce = Math.min(MOST_IN_A_FRAME, LONGEST_FRAME / (body.length() + AROUND_A_BODY));
        try (LiveSocket socket = person.socket()) {
            for (int said = 0; said < count; said += atOnce) {
                sayAtOnce(socket, room, Math.min(atOnce, count - said), body);
            }
        }
    }

    private static void sayAtOnce(LiveSocket socket, String room, int count, String body) {
        ArrayNode frames = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i <= count; i++) {
            frames.add(frame(room, body).put("ref", i));
        }
        socket.send(frames);
        for (int i = 1; i <= count; i++) {
            LiveSocket.expect("message_sent", socket.await("an answer", frame -> frame.has("ref")));
        }
    }

    /** A {@code send_message} under an id of its own. */
    public static ObjectNode frame(String room, String body) {
        return Json.of("type", "send_message", "room", room, "clientId", Person.newId(), "body", body);
    }
}
