package org.parley.roomfile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.parley.messages.Details;
import org.parley.messages.Log;

/** What the first look at the lines of a log finds, before a row is written. */
final class Contents {
    /**
     * A file that a message shows.
     *
     * @param number of the message
     * @param at its place among the message's files
     */
    record Shown(String name, long number, int at) {
        Log.Place place(long roomId) {
            return new Log.Place(roomId, number);
        }
    }

    private final Set<String> entries;
    private final Map<String, Shown> files = new HashMap<>();
    private long reactions;
    private long changes;
    private long lastMessage;

    /** @param entries the names in the zip */
    Contents(Set<String> entries) {
        this.entries = entries;
    }

    void take(Entry entry) {
        if (entry.message() == null) {
            changes++;
            return;
        }
        lastMessage = entry.message().seq();
        reactions += entry.reactions();
        int at = 0;
        for (Details.Attachment file : entry.message().details().attachments()) {
            String name = "files/" + file.id();
            if (!entries.contains(name)) {
                throw Trouble.in("must have " + name + ", which message " + lastMessage + " shows");
            }
            if (files.put(name, new Shown(file.name(), lastMessage, at++)) != null) {
                throw Trouble.in("shows " + name + " in two places");
            }
        }
    }

    /** @param head as the room says @param numbers how many lines there were */
    void judge(long head, long numbers) {
        if (head != numbers) {
            throw Trouble.in("log.ndjson must have the numbers up to " + head + ", and has " + numbers);
        }
        // Each reaction has taken a number, so rows cannot be more than the file has lines.
        if (reactions > changes) {
            throw Trouble.in("log.ndjson has more reactions than were made");
        }
    }

    /** By the name in the zip. */
    Map<String, Shown> files() {
        return files;
    }

    long lastMessage() {
        return lastMessage;
    }
}
