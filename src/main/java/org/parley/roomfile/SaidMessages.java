package org.parley.roomfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.parley.messages.Details;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Sender;
import org.parley.rooms.SystemAction;
import org.parley.texts.Emoji;
import org.parley.texts.Texts;

/** Checks the messages of an imported log as if people had typed them here, and brings them into the stored form. */
final class SaidMessages {
    static final String TYPE = "new_message";

    private static final Set<String> KINDS = Set.of("text", "image", "file", LoggedMessage.SYSTEM);
    private static final Set<String> EVERYBODY = Set.of("all", "here");
    private static final int MOST_KINDS_OF_REACTIONS = 20;
    private static final int MOST_REACTIONS = 20_000;

    private final People people;
    private final Instant latest;

    /** @param latest no message may be newer */
    SaidMessages(People people, Instant latest) {
        this.people = people;
        this.latest = latest;
    }

    /** @param spoken whether a lower number is a message @throws Refusal {@code invalid_request} */
    Entry entry(Log.Place place, LogLine.Said said, IntPredicate spoken) {
        if (said == null || said.kind() == null || !KINDS.contains(said.kind())) {
            throw Trouble.in("a message must have a kind: text, image, file or system");
        }
        Instant time = time(said.createdAt());
        Sender sender = people.of(said.sender());
        if (said.kind().equals(LoggedMessage.SYSTEM)) {
            return told(place, sender, said.system(), time);
        }
        boolean deleted = Boolean.TRUE.equals(said.deleted());
        List<Details.Attachment> files = deleted ? List.of() : files(said.attachments());
        LoggedMessage.Quote answered = answered(said.replyTo(), place.seq(), spoken);
        Details details = deleted
                ? Details.of(answered, List.of(), null)
                : Details.of(answered, List.of(), everybody(said.mentionsAll()))
                        .attaching(files)
                        .reacted(reactions(said.reactions()));
        LoggedMessage message = new LoggedMessage(
                place.roomId(),
                place.seq(),
                uuid("clientId", said.clientId()),
                said.kind(),
                sender,
                deleted ? "" : body(said.body(), files),
                details,
                time,
                state(said, deleted),
                null);
        return new Entry(message, null, null, time);
    }

    private Instant time(Instant named) {
        if (named == null || named.isBefore(Instant.EPOCH) || named.isAfter(latest)) {
            throw Trouble.in("a message must have a time between 1970 and now");
        }
        return Instant.ofEpochMilli(named.toEpochMilli());
    }

    private static Entry told(Log.Place place, Sender actor, LogLine.Told told, Instant time) {
        SystemAction action = action(told == null ? null : told.action());
        String value = value(action, told.value());
        LoggedMessage message = LoggedMessage.told(
                place.roomId(), place.seq(), actor, LoggedMessage.SystemNotice.of(action, null, value), time);
        return new Entry(message, value, null, time);
    }

    private static SystemAction action(String word) {
        for (SystemAction action : SystemAction.values()) {
            if (action.wire().equals(word)) {
                return action;
            }
        }
        throw Trouble.in("this action is not known here");
    }

    private static String value(SystemAction action, JsonNode value) {
        if (value == null || value.isNull()) {
            return valued(action, "");
        }
        if (!value.isValueNode()) {
            throw Trouble.in("the value of this action is wrong");
        }
        return valued(action, Texts.free("value", value.asText(), Texts.NOTE));
    }

    /** A value that cannot be read again would make the room's log unreadable, here or in a page. */
    private static String valued(SystemAction action, String stored) {
        try {
            boolean ends = action == SystemAction.BAN || action == SystemAction.MUTE;
            if (ends && !stored.isEmpty()) {
                return SystemAction.stored(OffsetDateTime.parse(stored).toInstant());
            }
            action.value(stored);
            return stored;
        } catch (NumberFormatException | DateTimeParseException wrong) {
            throw Trouble.in("the value of this action is wrong");
        }
    }

    private static UUID uuid(String what, String named) {
        try {
            return named == null ? null : UUID.fromString(named);
        } catch (IllegalArgumentException malformed) {
            throw Trouble.in(what + " must be a UUID");
        }
    }

    private static String body(String text, List<Details.Attachment> files) {
        return files.isEmpty() ? Texts.body("body", text) : Texts.free("body", text == null ? "" : text, Texts.BODY);
    }

    private static List<Details.Attachment> files(List<LogLine.Attached> attached) {
        List<Details.Attachment> files = new ArrayList<>();
        for (LogLine.Attached file : attached == null ? List.<LogLine.Attached>of() : attached) {
            UUID id = file == null ? null : uuid("the id of an attachment", file.id());
            if (id == null || files.size() == Texts.ATTACHMENTS) {
                throw Trouble.in("a message has at most " + Texts.ATTACHMENTS + " attachments, each with an id");
            }
            files.add(new Details.Attachment(id, file.name(), "", 0, null, null, "", null));
        }
        return files;
    }

    private static LoggedMessage.Quote answered(LogLine.Answered answered, long number, IntPredicate spoken) {
        if (answered == null) {
            return null;
        }
        Long seq = answered.seq();
        if (seq == null || seq < 1 || seq >= number || !spoken.test(seq.intValue())) {
            throw Trouble.in("replyTo must be the number of an earlier message");
        }
        return new LoggedMessage.Quote(seq, null, "");
    }

    private static String everybody(String word) {
        if (word != null && !EVERYBODY.contains(word)) {
            throw Trouble.in("mentionsAll must be all or here");
        }
        return word;
    }

    private static List<Details.Reaction> reactions(List<LogLine.Reacted> reacted) {
        List<Details.Reaction> kinds = new ArrayList<>();
        Set<String> known = new HashSet<>();
        long all = 0;
        for (LogLine.Reacted kind : reacted == null ? List.<LogLine.Reacted>of() : reacted) {
            if (kind == null || kind.emoji() == null || kind.count() == null || kind.count() < 1) {
                throw Trouble.in("a reaction must have an emoji and a count");
            }
            all += Math.min(kind.count(), MOST_REACTIONS + 1);
            if (kinds.size() == MOST_KINDS_OF_REACTIONS || all > MOST_REACTIONS) {
                throw Trouble.in("a message has at most " + MOST_KINDS_OF_REACTIONS + " kinds of reactions, and "
                        + MOST_REACTIONS + " reactions");
            }
            String emoji = Emoji.of(kind.emoji());
            if (!known.add(emoji)) {
                throw Trouble.in("a message has each kind of reaction once");
            }
            kinds.add(new Details.Reaction(emoji, kind.count(), List.of()));
        }
        return kinds;
    }

    private LoggedMessage.State state(LogLine.Said said, boolean deleted) {
        Instant edited = deleted || said.editedAt() == null ? null : time(said.editedAt());
        return new LoggedMessage.State(edited, deleted, !deleted && Boolean.TRUE.equals(said.pinned()), 0);
    }
}
