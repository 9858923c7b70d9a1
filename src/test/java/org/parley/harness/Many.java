package org.parley.harness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Many messages at little cost: frames in arrays, sent over one socket. */
public final class Many {
    private static final int IN_A_FRAME = 250;

    private Many() {}

    /** Says {@code count} short messages in a room and waits until all are stored. */
    public static void say(Person person, String room, int count) {
        try (LiveSocket socket = person.socket()) {
            for (int said = 0; said < count; said += IN_A_FRAME) {
                say(socket, room, said + 1, Math.min(count, said + IN_A_FRAME));
            }
        }
    }

    private static void say(LiveSocket socket, String room, int first, int last) {
        ArrayNode frames = JsonNodeFactory.instance.arrayNode();
        for (int i = first; i <= last; i++) {
            frames.add(frame(room, "number " + i).put("ref", i));
        }
        socket.send(frames);
        for (int i = first; i <= last; i++) {
            LiveSocket.expect("message_sent", socket.await("an answer", frame -> frame.has("ref")));
        }
    }

    /** A {@code send_message} under an id of its own. */
    public static ObjectNode frame(String room, String body) {
        return Json.of("type", "send_message", "room", room, "clientId", Person.newId(), "body", body);
    }
}
