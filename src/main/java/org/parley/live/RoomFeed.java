package org.parley.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.MessageJson;
import org.parley.messages.MessagesPosted;
import org.parley.messages.NewMessageFrame;

/**
 * What one room says to those who listen: its log in the order of its numbers, each number encoded once. What is handed
 * over is a hint; the feed knows the last number it gave, and reads from the log what is missing before a later one.
 *
 * <p>All methods but {@link #execute} and {@link #grown} run on the room's {@link Strand}.
 */
final class RoomFeed {
    private static final int ROWS_AT_ONCE = 500;

    private final long roomId;
    private final Codec codec;
    private final Log log;
    private final Heads heads;
    private final RoomNews news;
    private final Strand strand;
    private final List<MessagesPosted> hints = new ArrayList<>();
    private final Set<Subscription> listeners = new LinkedHashSet<>();
    private final Ephemera ephemera;
    private volatile String name;
    private long given;
    private long wanted;
    private volatile boolean behind;

    /** @param name of the room at the number {@code given} */
    RoomFeed(long roomId, String name, long given, Codec codec, Log log, Heads heads, RoomNews news, Executor pool) {
        this.roomId = roomId;
        this.name = name;
        this.given = given;
        this.codec = codec;
        this.log = log;
        this.heads = heads;
        this.news = news;
        this.strand = new Strand(pool);
        this.ephemera = new Ephemera(this, codec);
    }

    long roomId() {
        return roomId;
    }

    /** The room's name as its listeners know it. */
    String name() {
        return name;
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
        synchronized (hints) {
            hints.add(hint);
            if (hints.size() > 1) {
                return;
            }
        }
        strand.execute(this::takeHints);
    }

    /** Whether it knows of numbers that it has not given: the log could not be read. Asked a few times a second. */
    boolean behind() {
        return behind;
    }

    void takeHints() {
        NavigableMap<Long, Logged> known = new TreeMap<>();
        synchronized (hints) {
            for (MessagesPosted hint : hints) {
                wanted = Math.max(wanted, hint.head());
                hint.messages().forEach(message -> known.put(message.seq(), message));
            }
            hints.clear();
        }
        behind = given < wanted;
        while (given < wanted) {
            List<Logged> next = next(known, wanted);
            if (next.isEmpty()) {
                // The room is being deleted, and its rows are gone already.
                break;
            }
            give(next);
        }
        behind = false;
    }

    /** What is known of the numbers that come next; where the next one is missing, what the log has up to a known one. */
    private List<Logged> next(NavigableMap<Long, Logged> known, long head) {
        List<Logged> run = new ArrayList<>();
        for (long seq = given + 1; known.containsKey(seq); seq++) {
            run.add(known.get(seq));
        }
        if (!run.isEmpty()) {
            return run;
        }
        Long later = known.higherKey(given);
        long last = later == null ? head : later - 1;
        return log.range(roomId, given + 1, Math.min(last, given + ROWS_AT_ONCE));
    }

    /** Up to a change of the room itself, which listeners are told of in its place. */
    private void give(List<Logged> messages) {
        List<Logged> run = new ArrayList<>();
        for (Logged message : messages) {
            run.add(message);
            if (news.follow(message)) {
                giveRun(run);
                run = new ArrayList<>();
                tellUpdate(message);
            }
        }
        if (!run.isEmpty()) {
            giveRun(run);
        }
    }

    private void giveRun(List<Logged> run) {
        given = run.get(run.size() - 1).seq();
        if (listeners.isEmpty()) {
            return;
        }
        List<String> frames = run.stream()
                .map(message -> codec.text(NewMessageFrame.of(name, message)))
                .toList();
        Encoded shared = Encoded.all(frames);
        Set<Long> senders = new HashSet<>();
        run.forEach(message -> senders.add(message.senderId()));
        for (Subscription listener : listeners) {
            if (!listener.live()) {
                continue;
            }
            boolean all = listener.position() == run.get(0).seq() - 1 && !senders.contains(listener.accountId());
            List<String> selected = all ? frames : selection(listener, run, frames);
            if (!selected.isEmpty()) {
                send(listener, all ? shared : Encoded.all(selected));
            }
            listener.position(Math.max(listener.position(), given));
        }
        senders.forEach(ephemera::posted);
    }

    /** Without what this listener has, and with answers in the place of what it sent itself. From any thread. */
    List<String> selection(Subscription listener, List<Logged> run, List<String> frames) {
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            Logged message = run.get(i);
            String given = message.seq() <= listener.position()
                    ? null
                    : listener.give(message, frames.get(i), sent -> answer(sent, message));
            if (given != null) {
                selected.add(given);
            }
        }
        return selected;
    }

    /** The {@code message_sent} for a request. */
    String answer(Unanswered.Sent sent, Logged message) {
        return codec.text(Frames.MessageSent.of(sent.ref(), name, MessageJson.of(name, message)));
    }

    private void tellUpdate(Logged message) {
        news.update(roomId).ifPresent(update -> sendAll(codec.encoded(Frames.RoomUpdated.of(name, update))));
        if (message.system().action().equals("name")) {
            name = (String) message.system().value();
        }
    }

    /** The last number that was given to those who listen live. */
    long given() {
        return given;
    }

    /** The highest number that a listener who comes now may be told of. */
    long head() {
        return Math.max(given, heads.of(roomId));
    }

    /** Listens from this number on; the caller has told the socket so. */
    void goLive(Subscription listener) {
        listener.goLive();
    }

    /** @param former what the same socket had here and begins anew, or {@code null}; its user stays present */
    void enter(Subscription former, Subscription listener) {
        // A socket that was closed meanwhile has been taken out of the room already, and would stay for ever.
        if (!listener.ended()) {
            listeners.add(listener);
            ephemera.entered(listener);
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

    void sendAll(Encoded frame) {
        listeners.forEach(listener -> send(listener, frame));
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
