package org.parley.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.posting.NewMessage;
import org.parley.problems.Refusal;
import org.parley.rooms.NewSanctionJson;
import org.parley.texts.Names;

/** Everything that a client may send on a socket. The type decides which fields count. */
record Request(
        String type,
        String room,
        String to,
        String password,
        JsonNode since,
        String clientId,
        String body,
        String kind,
        Long replyTo,
        List<String> attachments,
        Long seq,
        String state,
        String username,
        String reason,
        String until) {

    NewMessage message() {
        return NewMessage.of(new NewMessage.Json(clientId, body, kind, replyTo, attachments));
    }

    RequestType givenType() {
        return RequestType.of(type);
    }

    String givenRoom() {
        if (room == null) {
            throw Refusal.invalid("room", "must be given");
        }
        return room;
    }

    long givenSeq() {
        if (seq == null || seq < 0) {
            throw Refusal.invalid("seq", seq == null ? "must be given" : "must be a message number");
        }
        return seq;
    }

    /** The ban or mute that is requested. */
    NewSanctionJson sanction() {
        return new NewSanctionJson(username, reason, until);
    }

    String givenTo() {
        if (to == null) {
            throw Refusal.invalid("to", "must be given");
        }
        return to;
    }

    /** @return {@code null} if it was not given */
    Long judgedSince() {
        return since == null || since.isNull() ? null : number(since);
    }

    /** The client's last number of each conversation, by the other person's folded name; empty if it was not given. */
    Map<String, Long> judgedMarks() {
        Map<String, Long> marks = new HashMap<>();
        if (since == null || since.isNull()) {
            return marks;
        }
        if (!since.isObject()) {
            throw Refusal.invalid("since", "must have a number for each username");
        }
        since.fields().forEachRemaining(mark -> marks.put(Names.folded(mark.getKey()), number(mark.getValue())));
        return marks;
    }

    private static long number(JsonNode seq) {
        if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 0) {
            throw Refusal.invalid("since", "must be a message number");
        }
        return seq.longValue();
    }
}
