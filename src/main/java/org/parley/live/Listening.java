package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.JoiningRooms;
import org.parley.rooms.Room;
import org.parley.rooms.Visit;

/** Sockets begin and stop to listen to rooms. */
@ApplicationScoped
class Listening {
    @Inject
    JoiningRooms joining;

    @Inject
    Door door;

    @Inject
    Feeds feeds;

    @Inject
    CatchingUp catchingUp;

    @Inject
    Codec codec;

    /** Joins a room. In a public room the user becomes a member; joining again begins the room's feed again. */
    void join(Connection connection, Request request, Object ref) {
        Long since = request.judgedSince();
        Function<Long, CatchingUp.Range> range = since == null ? null : head -> CatchingUp.Range.ofKnown(since, head);
        join(connection, request.givenRoom(), request.password(), range, ref);
    }

    /** @param range what to send first, given the head; {@code null} for nothing */
    void join(Connection connection, String room, String password, Function<Long, CatchingUp.Range> range, Object ref) {
        if (connection.full() && connection.subscription(room) == null) {
            throw Refusal.of(Code.CONFLICT, "A socket can listen to at most " + Connection.MOST_ROOMS + " rooms.");
        }
        Visit visit = joining.join(connection.caller(), room, password).visit();
        RoomFeed feed = feeds.expecting(visit);
        Subscription listener = new Subscription(connection, feed);
        Subscription former = connection.subscribe(listener);
        feed.execute(() -> {
            feed.vacancy().arrived();
            feed.enter(former, listener);
        });
        try {
            // Check again, now that the feed would learn of a removal: a person who was removed in between must not
            // stay.
            Visit inside = door.member(connection.caller(), feed.roomId());
            feed.execute(() -> begin(listener, inside, range, ref));
        } catch (RuntimeException refused) {
            feed.execute(() -> feed.remove(listener, true));
            throw refused;
        }
    }

    private void begin(Subscription listener, Visit visit, Function<Long, CatchingUp.Range> range, Object ref) {
        if (listener.ended()) {
            return;
        }
        RoomFeed feed = listener.feed();
        long head = feed.head();
        feed.send(
                listener,
                codec.encoded(
                        new Frames.RoomJoined(
                                "room_joined",
                                ref,
                                listener.name().room(),
                                Room.wireId(feed.roomId()),
                                head,
                                visit.membership().role().wire(),
                                feed.ephemera().names(),
                                feed.ephemera().count()),
                        Encoded.Move.JOINED,
                        feed.roomId(),
                        head));
        if (range == null) {
            listener.position(head);
            listener.goLive();
        } else {
            catchingUp.begin(listener, range.apply(head), () -> {});
        }
    }

    /**
     * This socket stops listening; the membership stays. Leaving a room that it does not listen to gets the same
     * answer.
     */
    void leave(Connection connection, Request request, Object ref) {
        Subscription listener = connection.subscription(request.givenRoom());
        if (listener == null) {
            Visit visit = door.see(connection.caller(), request.givenRoom());
            connection.send(codec.encoded(Frames.RoomLeft.of(ref, visit.room().name())));
            return;
        }
        RoomFeed feed = listener.feed();
        feed.execute(() -> {
            feed.remove(listener, true);
            feed.send(
                    listener,
                    codec.encoded(Frames.RoomLeft.of(ref, listener.name().room())));
        });
    }

    /** @throws Refusal {@code not_found}, or {@code not_member} if the user is not a member of the room */
    Subscription requiredListener(Connection connection, String room) {
        Subscription listener = connection.subscription(room);
        if (listener == null) {
            door.member(connection.caller(), room);
        }
        return listener;
    }

    /** The socket is gone. Its user stays present for some seconds, because most come back. */
    void closed(Connection connection) {
        connection.subscriptions().forEach(listener -> listener.feed()
                .execute(() -> listener.feed().remove(listener, false)));
    }
}
