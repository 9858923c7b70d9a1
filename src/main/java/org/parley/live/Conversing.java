package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.parley.conversations.MakingConversations;
import org.parley.posting.NewMessage;
import org.parley.problems.Code;
import org.parley.problems.Failures;
import org.parley.problems.Refusal;
import org.parley.reading.Marks;
import org.parley.rooms.Conversations;
import org.parley.rooms.Door;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;
import org.parley.texts.Names;

/**
 * Private messages on the user's own socket, which listens to all conversations of the user from the moment it opens.
 */
@ApplicationScoped
class Conversing {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    @Inject
    Conversations conversations;

    @Inject
    MakingConversations making;

    @Inject
    Door door;

    @Inject
    Marks marks;

    @Inject
    Feeds feeds;

    @Inject
    Speaking speaking;

    @Inject
    CatchingUp catchingUp;

    @Inject
    Codec codec;

    void send(Connection connection, Request request, Object ref) {
        NewMessage message = request.message();
        Subscription listener = connection.subscription(request.givenTo());
        RoomFeed feed = listener != null ? listener.feed() : feeds.of(making.made(connection.caller(), request.to()));
        speaking.send(connection, feed, message, ref);
    }

    /**
     * The socket's subscription to a conversation in which its user may write.
     *
     * @return {@code null} if the conversation has no messages, or the user is blocked there
     */
    Subscription listener(Connection connection, String to) {
        Subscription listener = connection.subscription(to);
        if (listener == null) {
            Visit visit = door.member(connection.caller(), RoomKey.with(to));
            if (visit.room().head() > 0) {
                feeds.of(visit);
            }
            listener = connection.subscription(visit.room().id());
        }
        return listener == null || conversations.blocked(listener.roomId(), listener.accountId()) ? null : listener;
    }

    /** Sends what every conversation got meanwhile, one conversation after the other, and begins their feeds again. */
    void catchUp(Connection connection, Request request, Object ref) {
        Map<String, Long> since = request.judgedMarks();
        catchUp(
                connection,
                (visit, head) ->
                        range(visit, since.get(Names.folded(visit.logName().text())), head),
                () -> connection.send(codec.encoded(Frames.Done.of(ref))));
    }

    /** Decides what to send of a conversation with this head. */
    interface Ranges {
        CatchingUp.Range of(Visit conversation, long head);
    }

    /** @throws Refusal {@code rate_limited} while an earlier one of this socket is running */
    void catchUp(Connection connection, Ranges ranges, Runnable done) {
        Round round = new Round();
        if (!connection.begins(round)) {
            throw Refusal.later(Code.RATE_LIMITED, "This socket is already catching up.", AGAIN_AFTER);
        }
        try {
            round.goThrough(conversations.spoken(connection.caller().accountId()));
            look(connection, round);
            next(connection, round, ranges, done);
        } catch (RuntimeException failure) {
            round.end();
            throw failure;
        }
    }

    private void look(Connection connection, Round round) {
        round.learn(conversations.of(connection.caller(), round.part()));
    }

    private void next(Connection connection, Round round, Ranges ranges, Runnable done) {
        Visit visit = round.next();
        if (visit != null) {
            feeds.beginAgain(
                    connection,
                    visit,
                    listener -> step(connection, round, () -> {
                        round.at(listener);
                        catchingUp.begin(
                                listener,
                                ranges.of(visit, listener.feed().head()),
                                () -> step(connection, round, () -> next(connection, round, ranges, done)));
                    }));
        } else if (round.more()) {
            // On another thread: the strand of the last conversation must not wait for the database.
            catchingUp.execute(() -> step(connection, round, () -> {
                look(connection, round);
                next(connection, round, ranges, done);
            }));
        } else {
            round.end();
            done.run();
        }
    }

    /** After a failure, the client asks again. */
    private void step(Connection connection, Round round, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            round.end();
            connection.send(codec.encoded(Frames.Error.of(null, Failures.refusal(failure))));
        }
    }

    /** @param since the last number that the client has, or {@code null} if unknown */
    CatchingUp.Range range(Visit visit, Long since, long head) {
        return since == null
                ? CatchingUp.Range.ofUnnamed(marks.deliveredSeq(visit.membership()), head)
                : CatchingUp.Range.ofKnown(since, head);
    }

    /** The client's number is unknown: the client is told where messages may be missing, and looks for them itself. */
    CatchingUp.Range unknown(Visit visit, long head) {
        long delivered = marks.deliveredSeq(visit.membership());
        return delivered < head ? CatchingUp.Range.ofUnknown(head) : CatchingUp.Range.ofKnown(head, head);
    }
}
