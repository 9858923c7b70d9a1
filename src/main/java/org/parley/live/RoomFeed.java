package org.parley.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * Sends the log of one room or private conversation to its listeners, in the order of its numbers, as its
 * {@link LogFollower} brings it. Each number is encoded once.
 *
 * <p>All methods run on the room's {@link Strand}, unless they say otherwise.
 */
final class RoomFeed {
    /**
     * As much as a room of a thousand can send in a second or two: listeners must not receive old messages as new ones.
     */
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

    /** @param naming the names at the number {@code given} */
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

    /** A listener's present name for the log. */
    LogName name(long accountId) {
        return naming.of(accountId);
    }

    /** The listeners by their name for the log. */
    Map<LogName, Set<Subscription>> audiences() {
        return naming.audiences(listeners);
    }

    /** The two people of a private conversation; {@code null} for a room. */
    Pair pair() {
        return naming.pair();
    }

    /** Whether the feed has listeners, or one is about to enter. */
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

    /** The log has grown. From any thread; what gathers before the next turn is sent as one frame. */
    void grown(MessagesPosted hint) {
        follower.grown(hint);
    }

    /** Tries again to send what could not be read from the log. From any thread, a few times a second. */
    void retry() {
        follower.retry();
    }

    /** Whether the room must accept no messages until more of it has been sent. From any thread. */
    boolean farBehind() {
        return follower.lag() > MOST_BEHIND;
    }

    private void take(List<Logged> next) {
        give(next);
        if (follower.lag() > 0) {
            strand.endTurn();
        }
    }

    /** Sends in runs. An entry with consequences stands by itself. */
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

    /** Leaves out what this listener has, and replaces its own messages by answers. From any thread. */
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

    /** The last number that was sent to live listeners. */
    long given() {
        return follower.position();
    }

    /** The highest number that a new listener may learn of. */
    long head() {
        return Math.max(given(), heads.of(roomId));
    }

    /**
     * @param former the subscription that the same socket had here and begins again, or {@code null}; its user stays
     *     present
     */
    void enter(Subscription former, Subscription listener) {
        // A socket that closed meanwhile was already removed from the room, and would stay forever.
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

    /** @param atOnce whether its user has left, and not only a socket that broke */
    void remove(Subscription listener, boolean atOnce) {
        listener.end();
        listener.connection().unsubscribe(listener);
        if (listeners.remove(listener)) {
            ephemera.left(listener, atOnce);
        }
    }

    /** These listeners stop listening: their people have left, or may not listen any more. */
    void dismiss(Predicate<Subscription> those) {
        List.copyOf(listeners).stream().filter(those).forEach(listener -> remove(listener, true));
    }

    /** One of the two people of this conversation has deleted their account, so the other one calls it by its id. */
    void forsakenBy(long accountId) {
        if (naming instanceof Naming.ByPeer peers) {
            peers.forsakenBy(accountId);
            listeners.forEach(listener -> listener.connection().named(listener));
        }
    }

    /** @param frame makes a frame, once for all listeners with the same name for the log */
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
