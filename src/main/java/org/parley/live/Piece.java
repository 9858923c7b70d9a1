package org.parley.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.messages.Logged;
import org.parley.messages.Portion;
import org.parley.rooms.LogName;

/**
 * A part of a log that fits into one frame for a slow reader. All readers share the frame, except those who wrote a
 * message in it.
 *
 * @param frames the single frames of the messages
 * @param shared all of them together
 * @param senders the accounts that wrote a message in it
 */
record Piece(List<Logged> messages, List<Encoded> frames, Encoded shared, Set<Long> senders) {
    /** @param name the readers' name for the log */
    static List<Piece> of(List<Logged> run, LogName name, Codec codec) {
        List<Encoded> frames =
                run.stream().map(message -> codec.encoded(message, name)).toList();
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < run.size(); ) {
            List<Encoded> rest = frames.subList(from, frames.size());
            int count = Portion.count(rest, Encoded::length, Outbox.LONGEST_JOINED);
            pieces.add(of(run.subList(from, from + count), rest.subList(0, count)));
            from += count;
        }
        return pieces;
    }

    private static Piece of(List<Logged> messages, List<Encoded> frames) {
        Set<Long> senders = new HashSet<>();
        for (Logged message : messages) {
            if (message.clientId() != null) {
                senders.add(message.senderId());
            }
        }
        return new Piece(messages, frames, Encoded.joined(frames), senders);
    }

    long first() {
        return messages.get(0).seq();
    }

    long last() {
        return messages.get(messages.size() - 1).seq();
    }
}
