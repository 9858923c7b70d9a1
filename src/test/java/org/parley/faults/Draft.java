package org.parley.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Place;

/** A message to be stored, with the id by which the server recognises a repeat. */
record Draft(Place place, String clientId, String body) {

    static Draft in(String room, String body) {
        return at(Place.room(room), body);
    }

    static Draft at(Place place, String body) {
        return new Draft(place, Person.newId(), body);
    }

    /** The same message with another text: the answer must be the first one. */
    Draft repeated() {
        return new Draft(place, clientId, "a repeat of " + clientId);
    }

    /** The message for REST. */
    ObjectNode json() {
        return Json.of("clientId", clientId, "body", body);
    }

    /** The message for a socket. */
    ObjectNode frame() {
        return json().setAll(place.sending());
    }
}
