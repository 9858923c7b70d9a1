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
            boolean own = listener.accountId() == mark.accountId();
            if (own ? !listener.knows(mark.deliveredSeq(), mark.readSeq()) : all) {
                feed.sendEphemeral(listener, receipt);
            }
        }
    }
}
