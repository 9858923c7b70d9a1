package org.parley.live;

import jakarta.annotation.Priority;
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
import org.parley.reading.MarksMoved;
import org.parley.rooms.Memberships;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Tells how far people have received and read: always to the reader's own other sockets, and in small rooms to others.
 */
@ApplicationScoped
class Receipts {
    private static final System.Logger LOG = System.getLogger(Receipts.class.getName());
    private static final int LARGEST_ROOM = 50;

    @Inject
    Feeds feeds;

    @Inject
    Memberships memberships;

    @Inject
    Users users;

    @Inject
    Codec codec;

    @Inject
    Threads threads;

    private Hinting hints;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        hints = Hinting.on(
                threads,
                "parley-receipt",
                LOG,
                "Could not send read receipts; clients see them when they fetch the room");
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) MarksMoved moved) {
        moved.marks().stream()
                .collect(Collectors.groupingBy(MarksMoved.Mark::roomId))
                .forEach((roomId, marks) -> {
                    RoomFeed feed = feeds.existing(roomId);
                    if (feed != null && feed.ephemera().count() > 0) {
                        hints.execute(() -> prepare(feed, marks));
                    }
                });
    }

    /** Asks the database here, because the threads of feeds must not wait for it. */
    private void prepare(RoomFeed feed, List<MarksMoved.Mark> marks) {
        boolean all = memberships.atMost(feed.roomId(), LARGEST_ROOM);
        Map<Long, UserJson> readers =
                users.of(marks.stream().map(MarksMoved.Mark::accountId).collect(Collectors.toSet()));
        feed.execute(() -> marks.forEach(
                mark -> tell(feed, mark, readers.get(mark.accountId()).username(), all)));
    }

    /** @param reader {@code null} if the account was deleted meanwhile */
    private void tell(RoomFeed feed, MarksMoved.Mark mark, String reader, boolean all) {
        if (reader == null) {
            return;
        }
        feed.audiences()
                .forEach((name, audience) ->
                        tell(feed, audience, mark, codec.encoded(Frames.Receipt.of(name, reader, mark)), all));
    }

    private static void tell(
            RoomFeed feed, Set<Subscription> audience, MarksMoved.Mark mark, Encoded receipt, boolean all) {
        for (Subscription listener : audience) {
            if (listener.accountId() != mark.accountId() ? all : news(listener, mark)) {
                feed.sendEphemeral(listener, receipt);
            }
        }
    }

    /** Whether this is new for a reader's own socket, and not what that socket itself reported. */
    private static boolean news(Subscription own, MarksMoved.Mark mark) {
        if (mark.unreadFrom() != null) {
            // This came by REST and is for all sockets of the reader. When one of them reads again, the others must
            // hear of it.
            own.unmarked();
            return true;
        }
        return !own.knows(mark.deliveredSeq(), mark.readSeq());
    }

    void stop(@Observes @Priority(Stopping.FEEDS) Stopping stopping) {
        hints.stop();
    }
}
