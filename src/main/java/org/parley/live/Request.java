package org.parley.live;

import java.util.List;
import org.parley.messages.NewMessage;
import org.parley.problems.Refusal;

/** Everything that a client may say on a socket; which fields count depends on the type. */
record Request(
        String type,
        String room,
        String password,
        Long since,
        String clientId,
        String body,
        String kind,
        Long replyTo,
        List<String> attachments,
        Long seq,
        String state) {

    NewMessage message() {
        return NewMessage.of(new NewMessage.Json(clientId, body, kind, replyTo, attachments));
    }

    String givenRoom() {
        if (room == null) {
            throw Refusal.invalid("room", "must be given");
        }
        return room;
    }

    long givenSeq() {
        if (seq == null || seq < 0) {
            throw Refusal.invalid("seq", seq == null ? "must be given" : "must be a number of the log");
        }
        return seq;
    }

    /** @return {@code null} if it was not given */
    Long judgedSince() {
        if (since != null && since < 0) {
            throw Refusal.invalid("since", "must be a number of the log");
        }
        return since;
    }
}
