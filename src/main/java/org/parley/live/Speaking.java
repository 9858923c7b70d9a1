package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.parley.messages.MessageJson;
import org.parley.messages.NewMessage;
import org.parley.messages.Posted;
import org.parley.messages.PostingMessages;
import org.parley.problems.Failures;
import org.parley.rooms.Door;

/** Sockets post messages. The answer follows the commit, on the room's own strand, beside what the room is told. */
@ApplicationScoped
public class Speaking {
    @Inject
    PostingMessages posting;

    @Inject
    Door door;

    @Inject
    Feeds feeds;

    @Inject
    Listening listening;

    @Inject
    Codec codec;

    void send(Connection connection, Request request, Object ref) {
        String named = request.givenRoom();
        NewMessage message = request.message();
        Subscription listener = listening.listener(connection, named);
        RoomFeed feed = listener != null
                ? listener.feed()
                : feeds.of(door.see(connection.caller(), named).room());
        // Before it is posted: the feed may come to it before the answer does.
        connection.unanswered().add(feed.roomId(), message.clientId());
        posting.post(connection.caller(), feed.roomId(), message)
                .whenComplete((posted, failure) -> feed.execute(() -> {
                    if (failure == null) {
                        answer(connection, feed, ref, posted);
                    } else {
                        refuse(connection, feed, ref, message.clientId(), failure);
                    }
                }));
    }

    private void answer(Connection connection, RoomFeed feed, Object ref, Posted posted) {
        UUID clientId = posted.message().clientId();
        Subscription listener = connection.subscription(feed.roomId());
        if (listener != null) {
            listener.answered(clientId, posted.message().seq());
        } else {
            connection.unanswered().remove(feed.roomId(), clientId);
        }
        feed.send(
                connection,
                codec.encoded(Frames.MessageSent.of(ref, feed.name(), MessageJson.of(feed.name(), posted.message()))));
    }

    /** What the feed held back for this answer is given after all: the commit came through, but its answer did not. */
    private void refuse(Connection connection, RoomFeed feed, Object ref, UUID clientId, Throwable failure) {
        Subscription listener = connection.subscription(feed.roomId());
        if (listener == null) {
            connection.unanswered().remove(feed.roomId(), clientId);
        } else {
            String held = listener.refused(clientId);
            if (held != null) {
                feed.send(connection, Encoded.one(held));
            }
        }
        feed.send(connection, codec.encoded(Frames.Error.of(ref, Failures.refusal(failure))));
    }
}
