package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.accounts.UserJson;
import org.parley.accounts.Users;
import org.parley.messages.MarksMoved;
import org.parley.rooms.Memberships;

/** Tells who has received and read up to where: the reader's own other sockets always, others in small rooms. */
@ApplicationScoped
public class Receipts {
    private static final int LARGEST_ROOM = 50;

    @Inject
    Feeds feeds;

    @Inject
    Memberships memberships;

    @Inject
    Users users;

    @Inject
    Codec codec;

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) MarksMoved moved) {
        moved.marks().stream()
                .collect(Collectors.groupingBy(MarksMoved.Mark::roomId))
                .forEach((roomId, marks) -> {
                    RoomFeed feed = feeds.existing(roomId);
                    if (feed != null) {
                        feed.execute(() -> tell(feed, marks));
                    }
                });
    }

    private void tell(RoomFeed feed, List<MarksMoved.Mark> marks) {
        if (feed.listeners().isEmpty()) {
            return;
        }
        boolean all = memberships.atMost(feed.roomId(), LARGEST_ROOM);
        Map<Long, UserJson> readers =
                users.of(marks.stream().map(MarksMoved.Mark::accountId).collect(Collectors.toSet()));
        for (MarksMoved.Mark mark : marks) {
            String reader = readers.get(mark.accountId()).username();
            feed.audiences()
                    .forEach((name, audience) ->
                            tell(feed, audience, mark, codec.encoded(Frames.Receipt.of(name, reader, mark)), all));
        }
    }

    private static void tell(
            RoomFeed feed, Set<Subscription> audience, MarksMoved.Mark mark, Encoded receipt, boolean all) {
        for (Subscription listener : audience) {
            if (listener.accountId() != mark.accountId() ? all : news(listener, mark)) {
                feed.sendEphemeral(listener, receipt);
            }
        }
    }

    /** Whether a reader's own socket does not know of it: what it said itself it need not be told. */
    private static boolean news(Subscription own, MarksMoved.Mark mark) {
        if (mark.unreadFrom() != null) {
            // By REST, for all of the reader's sockets; and when one of them reads again, the others must hear of that.
            own.unmarked();
            return true;
        }
        return !own.knows(mark.deliveredSeq(), mark.readSeq());
    }
}
