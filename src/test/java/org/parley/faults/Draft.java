package org.parley.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Place;

/** A message that somebody wants to be stored, under the id by which its repeats are known. */
record Draft(Place place, String clientId, String body) {

    static Draft in(String room, String body) {
        return at(Place.room(room), body);
    }

    static Draft at(Place place, String body) {
        return new Draft(place, Person.newId(), body);
    }

    /** The same again, with another text: the first must be the answer. */
    Draft repeated() {
        return new Draft(place, clientId, "a repeat of " + clientId);
    }

    /** To be sent by REST. */
    ObjectNode json() {
        return Json.of("clientId", clientId, "body", body);
    }

    /** To be sent by socket. */
    ObjectNode frame() {
        return json().setAll(place.sending());
    }
}
