package org.parley.roomfile;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.files.MovingFiles;
import org.parley.files.Multipart;
import org.parley.messages.ChangeKinds;
import org.parley.messages.Sender;
import org.parley.problems.Refusal;
import org.parley.rooms.RevealingRooms;
import org.parley.rooms.Visit;
import org.parley.system.Configuration;
import org.parley.system.CountLimits;
import org.parley.system.Threads;

/**
 * Makes a room of a zip. The whole zip is checked before a row is written. Then the room is written in pieces, hidden
 * from everybody, and revealed when it is complete. Whatever goes wrong before that, nothing of it stays.
 */
@ApplicationScoped
class ImportingRooms {
    private static final String SERVER = "server";
    private static final int LINES_OF_PIECE = 1000;
    private static final int REACTIONS_OF_PIECE = 2000;
    private static final int MOST_IN_SHEET = 1 << 17;
    private static final int MOST_IN_NAME = 500;
    /** Clocks differ. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    @Inject
    MovingFiles files;

    @Inject
    RevealingRooms revealing;

    @Inject
    StoringLogs storing;

    @Inject
    Threads threads;

    @Inject
    ChangeKinds kinds;

    @Inject
    ObjectMapper json;

    @Inject
    Configuration configuration;

    @Inject
    CountLimits counts;

    @Inject
    Clock clock;

    /**
     * Begins to read a body.
     *
     * @param length as announced, or -1
     * @throws Refusal {@code unsupported_type}; {@code too_large} if so much is announced
     */
    Multipart begun(String contentType, long length, InputStream body) {
        long most = configuration.files().mostOctetsOfRoom();
        Multipart parts = Multipart.of(contentType, body, most);
        if (length > most + Multipart.MOST_AROUND) {
            throw Trouble.tooLarge("may have at most " + most + " bytes");
        }
        return parts;
    }

    /**
     * Makes a room of the part {@code file} of a body. The part {@code name} names it; without that part, it is
     * called as before, with a number if that name is taken.
     *
     * @throws Refusal {@code too_large}; {@code invalid_request} that names the field; {@code room_name_taken}
     */
    Visit made(Caller caller, Multipart parts) {
        return files.arriving(arrival -> {
            String name = received(parts, arrival);
            return oneOfFew(() -> made(caller, new Archive(arrival.file()), name));
        });
    }

    /** @return the name that the caller wants, or {@code null} */
    private String received(Multipart parts, MovingFiles.Arrival arrival) throws IOException {
        String name = null;
        boolean there = false;
        try {
            while (parts.next()) {
                if (parts.field().equals("name")) {
                    name = new String(parts.content().readNBytes(MOST_IN_NAME), StandardCharsets.UTF_8);
                } else if (parts.field().equals("file")) {
                    if (there) {
                        throw Trouble.in("must be there once");
                    }
                    arrival.fill(parts.content(), configuration.files().mostOctetsOfRoom());
                    there = true;
                }
            }
        } catch (Multipart.Malformed malformed) {
            throw Trouble.in("must be a part of a complete body of the type multipart/form-data");
        }
        if (!there) {
            throw Trouble.in("must be given");
        }
        return name == null || name.isBlank() ? null : name.strip();
    }

    private interface Making {
        Visit make() throws IOException;
    }

    /** An import takes time of everybody, so a server makes few at once. A slow upload is not counted yet. */
    private Visit oneOfFew(Making making) throws IOException {
        counts.take(CountLimits.Kind.IMPORTS, SERVER);
        try {
            return making.make();
        } finally {
            counts.giveBack(CountLimits.Kind.IMPORTS, SERVER);
        }
    }

    private Visit made(Caller caller, Archive zip, String typedName) throws IOException {
        Contents contents = new Contents(zip.names());
        RoomSheet sheet = sheet(zip);
        String topic = Trouble.naming("room.json", sheet::safeTopic);
        String name = name(sheet, typedName);
        zip.read(
                "log.ndjson",
                log -> contents.judge(sheet.head(), lines(0, new People()).read(log, contents::take)));
        RevealingRooms.Sight sight = new RevealingRooms.Sight(
                name, typedName != null, sheet.open(), topic, sheet.head(), contents.lastMessage());
        return made(caller, zip, contents, sight);
    }

    private RoomSheet sheet(Archive zip) throws IOException {
        RoomSheet[] sheet = new RoomSheet[1];
        zip.read("room.json", content -> {
            byte[] text = content.readNBytes(MOST_IN_SHEET);
            try {
                sheet[0] = json.readValue(text, RoomSheet.class);
            } catch (IOException malformed) {
                throw Trouble.in("room.json: it is no JSON as an export writes it");
            }
        });
        if (sheet[0] == null) {
            throw Trouble.in("room.json: it is no JSON as an export writes it");
        }
        return sheet[0].judged();
    }

    /** Looks early whether there is a name, before the long work; what counts is the look at the end. */
    private String name(RoomSheet sheet, String typed) {
        if (typed != null) {
            revealing.free(typed, true);
            return typed;
        }
        Trouble.naming("room.json", () -> revealing.free(sheet.wanted(), false));
        return sheet.wanted();
    }

    private ReadingLines lines(long roomId, People people) {
        Instant latest = clock.instant().plus(TOLERANCE);
        return new ReadingLines(roomId, json.readerFor(LogLine.class), kinds, new SaidMessages(people, latest));
    }

    private Visit made(Caller caller, Archive zip, Contents contents, RevealingRooms.Sight sight) throws IOException {
        long roomId = revealing.hidden();
        boolean revealed = false;
        try {
            bring(roomId, zip, contents);
            zip.read("log.ndjson", log -> store(roomId, log));
            Visit visit = revealing.reveal(caller, roomId, sight);
            revealed = true;
            return visit;
        } finally {
            if (!revealed) {
                revealing.discard(roomId);
            }
        }
    }

    private void bring(long roomId, Archive zip, Contents contents) throws IOException {
        if (contents.files().isEmpty()) {
            return;
        }
        zip.each((entry, content) -> {
            Contents.Shown shown = contents.files().get(entry);
            if (shown != null) {
                files.bring(content, shown.name(), shown.place(roomId), shown.at());
            }
            return true;
        });
    }

    private void store(long roomId, InputStream log) throws IOException {
        People people = new People();
        List<Entry> piece = new ArrayList<>();
        StoringAside aside =
                new StoringAside(work -> threads.thread("parley-import", work).start());
        try {
            lines(roomId, people).read(log, entry -> {
                piece.add(entry);
                if (piece.size() == LINES_OF_PIECE || entry.reactions() > REACTIONS_OF_PIECE) {
                    store(aside, roomId, people.fresh(), List.copyOf(piece));
                    piece.clear();
                }
            });
            store(aside, roomId, people.fresh(), piece);
        } finally {
            // Nothing may come after the room was discarded.
            aside.finish();
        }
    }

    private void store(StoringAside aside, long roomId, List<Sender> people, List<Entry> piece) {
        aside.store(() -> storing.store(roomId, people, piece));
    }
}
