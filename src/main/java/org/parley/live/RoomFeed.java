package org.parley.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.LogFollower;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessagesPosted;
import org.parley.rooms.LogName;
import org.parley.rooms.Pair;
import org.parley.rooms.SystemAction;

/**
 * What one room, or private conversation, says to those who listen: its log in the order of its numbers, as its
 * {@link LogFollower} brings it, each number encoded once.
 *
 * <p>All methods but those that say otherwise run on the room's {@link Strand}.
 */
final class RoomFeed {
    /** A second or two of the most that a room of a thousand can be given: who listens must not hear of older days. */
    private static final int MOST_BEHIND = 2000;

    private final long roomId;
    private final Codec codec;
    private final Heads heads;
    private final Strand strand;
    private final LogFollower follower;
    private final Set<Subscription> listeners = new LinkedHashSet<>();
    private final Vacancy vacancy = new Vacancy(listeners);
    private final Ephemera ephemera;
    private final Consequences consequences;
    private final Naming naming;

    /** @param naming as it is at the number {@code given} */
    RoomFeed(long roomId, Naming naming, long given, Codec codec, Log log, Heads heads, RoomNews news, Executor pool) {
        this.roomId = roomId;
        this.naming = naming;
        this.codec = codec;
        this.heads = heads;
        this.strand = new Strand(pool);
        this.follower = new LogFollower(roomId, given, log, strand::execute, this::take);
        this.ephemera = new Ephemera(this, codec);
        this.consequences = new Consequences(this, naming, news, codec);
    }

    long roomId() {
        return roomId;
    }

    /** What somebody who listens calls the log now. */
    LogName name(long accountId) {
        return naming.of(accountId);
    }

    /** The listeners by what they call the log. */
    Map<LogName, Set<Subscription>> audiences() {
        return naming.audiences(listeners);
    }

    /** Whose private conversation it is; {@code null} of a room. */
    Pair pair() {
        return naming.pair();
    }

    /** Whether somebody listens, or is about to. */
    Vacancy vacancy() {
        return vacancy;
    }

    Ephemera ephemera() {
        return ephemera;
    }

    Set<Subscription> listeners() {
        return listeners;
    }

    void execute(Runnable task) {
        strand.execute(task);
    }

    /** The log has grown. From any thread; what gathers before the strand comes to it goes out as one frame. */
    void grown(MessagesPosted hint) {
        follower.grown(hint);
    }

    /** Gives what could not be read from the log before. From any thread, a few times a second. */
    void retry() {
        follower.retry();
    }

    /** Whether the room must not grow before more of it has been given. From any thread. */
    boolean farBehind() {
        return follower.lag() > MOST_BEHIND;
    }

    private void take(List<Logged> next) {
        give(next);
        if (follower.lag() > 0) {
            strand.endTurn();
        }
    }

    /** In runs, up to what has consequences, which stands by itself. */
    private void give(List<Logged> messages) {
        List<Logged> run = new ArrayList<>();
        for (Logged message : messages) {
            if (message.effect() != SystemAction.Effect.NONE) {
                giveRun(run);
                run = new ArrayList<>();
                consequences.before(message);
                giveRun(List.of(message));
                consequences.after(message);
            } else {
                run.add(message);
            }
        }
        giveRun(run);
    }

    private void giveRun(List<Logged> run) {
        if (run.isEmpty()) {
            return;
        }
        audiences().forEach((name, audience) -> Piece.of(run, name, codec).forEach(piece -> give(piece, audience)));
        follower.reached(run.get(run.size() - 1).seq());
        run.stream()
                .filter(entry -> entry.clientId() != null)
                .map(Logged::senderId)
                .distinct()
                .forEach(ephemera::posted);
    }

    private void give(Piece piece, Set<Subscription> audience) {
        for (Subscription listener : audience) {
            if (!listener.live()) {
                continue;
            }
            if (listener.position() == piece.first() - 1 && !piece.senders().contains(listener.accountId())) {
                send(listener, piece.shared());
            } else {
                List<Encoded> selected = selection(listener, piece.messages(), piece.frames());
                if (!selected.isEmpty()) {
                    send(listener, Encoded.joined(selected));
                }
            }
            listener.position(Math.max(listener.position(), piece.last()));
        }
    }

    /** Without what this listener has, and with answers in the place of what it sent itself. From any thread. */
    List<Encoded> selection(Subscription listener, List<Logged> run, List<Encoded> frames) {
        List<Encoded> selected = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            Logged message = run.get(i);
            Encoded given = message.seq() <= listener.position()
                    ? null
                    : listener.give(
                            message,
                            frames.get(i),
                            sent -> answer(listener.accountId(), sent, (LoggedMessage) message));
            if (given != null) {
                selected.add(given);
            }
        }
        return selected;
    }

    /** The {@code message_sent} for a request. */
    Encoded answer(long accountId, Unanswered.Sent sent, LoggedMessage message) {
        return codec.encoded(Frames.MessageSent.of(sent.ref(), name(accountId), message));
    }

    /** The last number that was given to those who listen live. */
    long given() {
        return follower.position();
    }

    /** The highest number that a listener who comes now may be told of. */
    long head() {
        return Math.max(given(), heads.of(roomId));
    }

    /** @param former what the same socket had here and begins anew, or {@code null}; its user stays present */
    void enter(Subscription former, Subscription listener) {
        // A socket that was closed meanwhile has been taken out of the room already, and would stay for ever.
        if (!listener.ended()) {
            listeners.add(listener);
            ephemera.entered(listener);
            // It may have been renamed since the socket asked for it.
            listener.connection().named(listener);
        }
        if (former != null) {
            former.end();
            if (listeners.remove(former)) {
                ephemera.left(former, true);
            }
        }
    }

    /** @param atOnce whether its user is known to have left, in contrast to a socket that broke */
    void remove(Subscription listener, boolean atOnce) {
        listener.end();
        listener.connection().unsubscribe(listener);
        if (listeners.remove(listener)) {
            ephemera.left(listener, atOnce);
        }
    }

    /** @param frame made once for all who call the log alike */
    void sendAll(Function<LogName, Encoded> frame) {
        audiences().forEach((name, audience) -> {
            Encoded encoded = frame.apply(name);
            audience.forEach(listener -> send(listener, encoded));
        });
    }

    void send(Subscription listener, Encoded frame) {
        send(listener.connection(), frame);
    }

    void send(Connection connection, Encoded frame) {
        connection.outbox().add(frame);
        strand.touch(connection.outbox());
    }

    void sendEphemeral(Subscription listener, Encoded frame) {
        listener.connection().outbox().addEphemeral(frame);
        strand.touch(listener.connection().outbox());
    }
}
