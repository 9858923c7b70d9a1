package org.parley.roomfile;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.BitSet;
import org.parley.messages.ChangeKinds;
import org.parley.messages.ChangeRow;
import org.parley.messages.Log;

/** Reads {@code log.ndjson} line by line. Every line is checked before it is handed over. */
final class ReadingLines {
    /** More than the longest message with everything that belongs to it. */
    private static final int MOST_IN_LINE = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final long roomId;
    private final ObjectReader json;
    private final ChangeKinds kinds;
    private final SaidMessages messages;

    /** The numbers that are messages, so that a change or a reply has something to refer to. */
    private final BitSet spoken = new BitSet();

    private int number;
    private Instant time = Instant.EPOCH;

    /** @param json reads a {@link LogLine} */
    ReadingLines(long roomId, ObjectReader json, ChangeKinds kinds, SaidMessages messages) {
        this.roomId = roomId;
        this.json = json;
        this.kinds = kinds;
        this.messages = messages;
    }

    /** Takes the next entry of the log. */
    interface Taking {
        void take(Entry entry);
    }

    /** @return the number of the last line */
    long read(InputStream log, Taking taking) throws IOException {
        byte[] buffer = new byte[BUFFER];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int count = log.read(buffer); count >= 0; count = log.read(buffer)) {
            int from = 0;
            for (int at = 0; at < count; at++) {
                if (buffer[at] == '\n') {
                    line.write(buffer, from, at - from);
                    taking.take(entry(line.toByteArray()));
                    line.reset();
                    from = at + 1;
                }
            }
            line.write(buffer, from, count - from);
            if (line.size() > MOST_IN_LINE) {
                throw Trouble.in(where(number + 1) + " is too long");
            }
        }
        if (line.size() > 0) {
            taking.take(entry(line.toByteArray()));
        }
        return number;
    }

    private static String where(int line) {
        return "log.ndjson, line " + line;
    }

    private Entry entry(byte[] line) {
        number++;
        return Trouble.naming(where(number), () -> entry(parsed(line)));
    }

    private LogLine parsed(byte[] line) {
        try {
            LogLine parsed = json.readValue(line);
            if (parsed != null && parsed.type() != null) {
                return parsed;
            }
        } catch (IOException malformed) {
            throw Trouble.in("this is no frame of a log");
        }
        throw Trouble.in("this is no frame of a log");
    }

    private Entry entry(LogLine line) {
        if (line.seq() == null || line.seq() != number) {
            throw Trouble.in("seq must be " + number);
        }
        if (line.type().equals(SaidMessages.TYPE)) {
            Entry entry = messages.entry(new Log.Place(roomId, number), line.message(), spoken::get);
            spoken.set(number);
            time = entry.time();
            return entry;
        }
        return new Entry(null, null, change(line), time);
    }

    private ChangeRow change(LogLine line) {
        if (line.target() == null || line.target() < 1 || line.target() >= number || !spoken.get(target(line))) {
            throw Trouble.in("target must be the number of an earlier message");
        }
        return kinds.row(new Log.Place(roomId, number), line.type(), line.target(), line.emoji())
                .orElseThrow(() -> Trouble.in("this type is not known here"));
    }

    private static int target(LogLine line) {
        return line.target().intValue();
    }
}
