package org.parley.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.messages.Logged;
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
        List<Piece> pieces = new ArrayList<>();
        List<Encoded> frames = new ArrayList<>();
        int from = 0;
        int length = 0;
        for (int i = 0; i < run.size(); i++) {
            Encoded frame = codec.encoded(run.get(i), name);
            if (i > from && length + frame.length() > Outbox.LONGEST_JOINED) {
                pieces.add(of(run.subList(from, i), frames));
                frames = new ArrayList<>();
                from = i;
                length = 0;
            }
            frames.add(frame);
            length += frame.length();
        }
        pieces.add(of(run.subList(from, run.size()), frames));
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
