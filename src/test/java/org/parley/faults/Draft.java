package org.parley.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** A message that somebody wants to be stored, under the id by which its repeats are known. */
record Draft(String room, String clientId, String body) {

    static Draft in(String room, String body) {
        return new Draft(room, Person.newId(), body);
    }

    /** The same again, with another text: the first must be the answer. */
    Draft repeated() {
        return new Draft(room, clientId, "a repeat of " + clientId);
    }

    ObjectNode json() {
        return Json.of("room", room, "clientId", clientId, "body", body);
    }
}
