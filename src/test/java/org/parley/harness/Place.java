package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where somebody writes and listens: a room, or the private conversation with somebody else.
 *
 * @param path where REST has it, below {@code api/}
 * @param name of the room, or of the other
 */
public record Place(String path, String name, boolean isPrivate) {

    public static Place room(String name) {
        return new Place("rooms/" + name, name, false);
    }

    public static Place with(Person other) {
        return new Place("direct/" + other.name(), other.name(), true);
    }

    /** A socket on which it is written and heard, its greeting already read. */
    public LiveSocket socket(Person person) {
        return isPrivate ? person.privateSocket() : person.socket();
    }

    /** Asks for everything after a number. */
    public void listen(LiveSocket socket, long since) {
        socket.send(
                isPrivate
                        ? Json.of("type", "catch_up", "since", Json.of(name, since))
                        : Json.of("type", "join_room", "room", name, "since", since));
    }

    /** Whether a frame tells of something that was said or done here, on a socket that has joined no other room. */
    public boolean holds(JsonNode frame) {
        // A room may have been renamed meanwhile, or be known by its id.
        return isPrivate ? frame.path("with").asText().equals(name) : frame.has("room");
    }

    /** The frame that sends a message, without the message. */
    public ObjectNode sending() {
        return isPrivate
                ? Json.of("type", "private_message", "to", name)
                : Json.of("type", "send_message", "room", name);
    }
}
