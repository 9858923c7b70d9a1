package org.parley.roomfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.parley.accounts.Caller;
import org.parley.files.MovingFiles;
import org.parley.messages.Details;
import org.parley.messages.Heads;
import org.parley.messages.History;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.Role;
import org.parley.rooms.RoomKey;
import org.parley.rooms.RoomViews;
import org.parley.rooms.Visit;

/**
 * Writes a room as a zip, at the reader's pace. The log is read in pages, each in a transaction of its own, and the
 * caller's right is checked again with each. Between two pages nothing is held but the ids of the files.
 */
@ApplicationScoped
class ExportingRooms {
    private static final int PAGE = 200;

    @Inject
    Door door;

    @Inject
    History history;

    @Inject
    Heads heads;

    @Inject
    RoomViews views;

    @Inject
    MovingFiles files;

    @Inject
    OfflineReader reader;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** An export that may begin. */
    record Export(Caller caller, RoomKey room, RoomSheet sheet) {
        String filename() {
            return (sheet.name() == null ? "room" : sheet.name()) + ".zip";
        }
    }

    /** Something that is done with each entry of a log. */
    private interface Taking {
        void take(Logged entry, byte[] line) throws IOException;
    }

    /** @throws Refusal {@code not_found}, {@code not_member} or {@code forbidden} */
    Export begun(Caller caller, String room) {
        Visit owner = door.see(caller, room).as(Role.OWNER);
        RoomSheet sheet = RoomSheet.of(views.of(owner), heads.of(owner.room()), clock.instant());
        return new Export(caller, RoomKey.room(owner.room().wireId()), sheet);
    }

    /**
     * Writes it. What happens in the room meanwhile is not in it, except that what is deleted meanwhile is left out.
     *
     * @throws Refusal if the caller loses the right
     */
    void write(Export export, OutputStream out) throws IOException {
        RoomZip zip = new RoomZip(out);
        zip.begin("room.json");
        zip.write(encoded(export.sheet()));
        List<UUID> shown = new ArrayList<>();
        zip.begin("log.ndjson");
        log(export, (entry, line) -> {
            zip.write(line);
            shown.addAll(files(entry));
        });
        for (UUID id : shown) {
            zip.beginFile("files/" + id);
            files.copy(id, zip.file());
        }
        zip.begin("index.html");
        zip.write(reader.before(encoded(export.sheet())));
        log(export, (entry, line) -> {
            if (entry instanceof LoggedMessage) {
                zip.write(OfflineReader.safe(line));
            }
        });
        zip.write(reader.after());
        zip.end();
    }

    private static List<UUID> files(Logged entry) {
        return entry instanceof LoggedMessage message
                ? message.details().attachments().stream()
                        .map(Details.Attachment::id)
                        .toList()
                : List.of();
    }

    private void log(Export export, Taking taking) throws IOException {
        long reached = 0;
        while (reached < export.sheet().head()) {
            History.Stretch part = history.stretch(export.caller(), export.room(), reached, PAGE);
            part.room().as(Role.OWNER);
            List<Logged> entries = part.entries().logged();
            if (entries.isEmpty()) {
                throw Refusal.notFound();
            }
            for (Logged entry : entries) {
                if (entry.seq() <= export.sheet().head()) {
                    taking.take(entry, line(entry, part.room()));
                }
                reached = entry.seq();
            }
        }
    }

    private byte[] line(Logged entry, Visit room) {
        byte[] frame = encoded(entry.frame(room.logName()));
        byte[] line = Arrays.copyOf(frame, frame.length + 1);
        line[frame.length] = '\n';
        return line;
    }

    private byte[] encoded(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
