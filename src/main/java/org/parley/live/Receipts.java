package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
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
        for (MarksMoved.Mark mark : moved.marks()) {
            RoomFeed feed = feeds.existing(mark.roomId());
            if (feed != null) {
                feed.execute(() -> tell(feed, mark));
            }
        }
    }

    private void tell(RoomFeed feed, MarksMoved.Mark mark) {
        boolean all = memberships.atMost(mark.roomId(), LARGEST_ROOM);
        String username =
                users.of(Set.of(mark.accountId())).get(mark.accountId()).username();
        Encoded receipt = codec.encoded(Frames.Receipt.of(feed.name(), username, mark.deliveredSeq(), mark.readSeq()));
        for (Subscription listener : feed.listeners()) {
            boolean own = listener.accountId() == mark.accountId();
            if (own ? !listener.knows(mark.deliveredSeq(), mark.readSeq()) : all) {
                feed.sendEphemeral(listener, receipt);
            }
        }
    }
}
