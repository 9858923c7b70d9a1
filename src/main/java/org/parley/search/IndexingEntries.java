package org.parley.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;

/** Brings the next entries of a room's log into the index. */
final class IndexingEntries {
    private final Index index;
    private final Log log;
    private final Entries entries;

    IndexingEntries(Index index, Log log, Entries entries) {
        this.index = index;
        this.log = log;
        this.entries = entries;
    }

    void index(long roomId, List<Logged> next) throws IOException {
        Map<Long, LoggedMessage> present = new HashMap<>();
        Set<Log.Place> gone = new HashSet<>();
        for (Logged entry : next) {
            if (entry instanceof LoggedMessage message) {
                present.put(message.seq(), message);
            }
            entry.rewritten().ifPresent(seq -> gone.add(new Log.Place(roomId, seq)));
        }
        // What was rewritten is read again: its entry may be older than that.
        gone.forEach(place -> present.remove(place.seq()));
        log.at(gone).forEach(message -> present.put(message.seq(), message));
        // The index has no entry beyond this number: it was never put there, or a kill has lost it.
        long reached = index.position(roomId);
        List<Entry> fresh = new ArrayList<>();
        List<Entry> known = new ArrayList<>();
        for (LoggedMessage message : present.values()) {
            if (!message.state().deleted()) {
                (message.seq() > reached ? fresh : known).add(entries.of(message));
                gone.remove(message.place());
            }
        }
        index.add(fresh);
        index.put(known);
        index.remove(gone);
        index.reached(roomId, next.get(next.size() - 1).seq());
    }
}
