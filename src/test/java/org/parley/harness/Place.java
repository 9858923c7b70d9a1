package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A place to write and listen: a room, or the private conversation with another person.
 *
 * @param path its REST path below {@code api/}
 * @param name the name of the room or of the other person
 */
public record Place(String path, String name, boolean isPrivate) {

    public static Place room(String name) {
        return new Place("rooms/" + name, name, false);
    }

    public static Place with(Person other) {
        return new Place("direct/" + other.name(), other.name(), true);
    }

    /** A socket to write and listen in this place; its greeting is already read. */
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

    /** Whether a frame is about this place, on a socket that has joined no other room. */
    public boolean holds(JsonNode frame) {
        // The room may have been renamed meanwhile, or be known by its id.
        return isPrivate ? frame.path("with").asText().equals(name) : frame.has("room");
    }

    /** The frame that sends a message, without the message's fields. */
    public ObjectNode sending() {
        return isPrivate
                ? Json.of("type", "private_message", "to", name)
                : Json.of("type", "send_message", "room", name);
    }
}
