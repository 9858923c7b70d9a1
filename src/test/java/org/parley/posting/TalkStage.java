package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.parley.accounts.Caller;
import org.parley.messages.ChangeKind;
import org.parley.reports.ReportStage;
import org.parley.rooms.JoiningRooms;
import org.parley.rooms.Room;
import org.parley.rooms.Stage;

/** Rooms with messages, for the tests that run inside the server. */
@ApplicationScoped
public class TalkStage {
    @Inject
    Stage stage;

    @Inject
    JoiningRooms joining;

    @Inject
    PostingMessages posting;

    @Inject
    CommittingMessages committing;

    @Inject
    ReportStage reports;

    @Inject
    @Any
    Instance<ChangeKind> kinds;

    /** Makes rooms with unread messages, a mention, and a reply as the last message. */
    void fill(Caller owner, Caller member, int rooms) {
        for (int i = 0; i < rooms; i++) {
            Room room = stage.room(owner);
            joining.join(member, room.name(), null);
            posting.post(owner, room.id(), text("a first", null)).join();
            posting.post(owner, room.id(), text("@" + member.username() + ", a second", 1L))
                    .join();
        }
    }

    /** A room with one message, to which others may reply. */
    Room begunRoom(Caller owner) {
        Room room = stage.room(owner);
        posting.post(owner, room.id(), text("to be answered", null)).join();
        return room;
    }

    /** A room with reported messages, each of which mentions a person and is a reply. */
    Room reportedRoom(Caller owner, int messages) {
        Room room = begunRoom(owner);
        committing.commit(new Attempt(postings(owner, room, messages), true));
        for (long seq = 2; seq < messages + 2; seq++) {
            reports.report(owner, room, seq);
        }
        return room;
    }

    static List<Posting> postings(Caller sender, Room room, int count) {
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            postings.add(new Posting(sender, room.id(), text("@" + sender.username() + ", " + i, 1L)));
        }
        return postings;
    }

    /** Reactions with different emoji to a room's first message, or their removal. */
    List<Posting> reactions(Caller sender, Room room, int count, String sign) {
        ChangeKind reaction = kinds.stream()
                .filter(kind -> kind.name().equals("reaction"))
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, count)
                .mapToObj(i -> sign + Character.toString(0x1F600 + i))
                .map(value -> new Posting(sender, room.id(), new NewChange(reaction, 1, value)))
                .toList();
    }

    static NewMessage text(String body, Long replyTo) {
        return new NewMessage(UUID.randomUUID(), "text", body, replyTo, List.of());
    }
}
