package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.parley.deletions.DeletingMessages;
import org.parley.posting.NewMessage;
import org.parley.posting.Posted;
import org.parley.posting.PostingMessages;
import org.parley.problems.Failures;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;

/**
 * Posts and deletes messages for sockets. The answer follows the commit, on the room's own strand, in the right place
 * among the room's frames.
 */
@ApplicationScoped
class Speaking {
    @Inject
    PostingMessages posting;

    @Inject
    DeletingMessages deleting;

    @Inject
    Door door;

    @Inject
    Feeds feeds;

    @Inject
    Codec codec;

    void send(Connection connection, Request request, Object ref) {
        String named = request.givenRoom();
        NewMessage message = request.message();
        Subscription listener = connection.subscription(named);
        RoomFeed feed = listener != null ? listener.feed() : feeds.of(door.see(connection.caller(), named));
        send(connection, feed, message, ref);
    }

    void send(Connection connection, RoomFeed feed, NewMessage message, Object ref) {
        // Note it before posting: the feed may reach the message before the future completes, and then the feed
        // answers.
        Unanswered.Sent sent = new Unanswered.Sent(ref);
        connection.unanswered().add(feed.roomId(), message.clientId(), sent);
        posting.post(connection.caller(), feed.roomId(), message)
                .whenComplete((posted, failure) -> feed.execute(() -> {
                    if (failure == null) {
                        answer(connection, feed, sent, posted);
                    } else {
                        refuse(connection, feed, message.clientId(), sent, failure);
                    }
                }));
    }

    /** The answer has no number: all listeners get it from the log. */
    void delete(Connection connection, RoomKey log, long target, Object ref) {
        Visit visit = door.see(connection.caller(), log);
        if (visit.room().unmade()) {
            // It has no feed on which an answer could wait for its turn.
            throw Refusal.notFound();
        }
        CompletableFuture<Posted> answer = posting.change(visit, deleting, target, "");
        RoomFeed feed = feeds.of(visit);
        answer.whenComplete((deleted, failure) -> feed.execute(() -> feed.send(
                connection,
                codec.encoded(
                        failure == null ? Frames.Done.of(ref) : Frames.Error.of(ref, Failures.refusal(failure))))));
    }

    private void answer(Connection connection, RoomFeed feed, Unanswered.Sent sent, Posted posted) {
        UUID clientId = posted.message().clientId();
        Subscription listener = connection.subscription(feed.roomId());
        boolean untold = listener == null
                ? connection.unanswered().take(feed.roomId(), clientId, sent)
                : listener.answer(clientId, sent, posted.message().seq());
        if (untold) {
            feed.send(connection, feed.answer(connection.caller().accountId(), sent, posted.message()));
        }
    }

    /** Refuses, unless the log has reached the message: then the commit succeeded and only its answer was lost. */
    private void refuse(Connection connection, RoomFeed feed, UUID clientId, Unanswered.Sent sent, Throwable failure) {
        if (connection.unanswered().take(feed.roomId(), clientId, sent)) {
            feed.send(connection, codec.encoded(Frames.Error.of(sent.ref(), Failures.refusal(failure))));
        }
    }
}
