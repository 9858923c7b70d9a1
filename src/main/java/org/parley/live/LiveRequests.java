package org.parley.live;

import jakarta.inject.Inject;
import org.parley.problems.Failures;
import org.parley.problems.Refusal;
import org.parley.reading.Marks;
import org.parley.rooms.Door;
import org.parley.rooms.Membership;
import org.parley.rooms.RoomKey;
import org.parley.system.FloodLimits;

/** Handles the requests of a socket, frame by frame. Every refusal is an answer, and the socket stays open. */
abstract class LiveRequests {
    /** As many as may come at once. A client that ignores so many refusals is not listening. */
    private static final int MOST_REFUSED = 200;

    @Inject
    Codec codec;

    @Inject
    Door door;

    @Inject
    Marks marks;

    @Inject
    Speaking speaking;

    @Inject
    TellingPresence presence;

    @Inject
    FloodLimits limits;

    void handle(Connection connection, String text) {
        for (Codec.Incoming incoming : codec.read(text)) {
            if (!connection.open()) {
                // Stop here: the rest of an array would be read and refused although nobody receives the answers.
                return;
            }
            if (!admitted(connection, incoming.ref())) {
                continue;
            }
            try {
                count(connection, incoming.type());
                if (incoming.refusal() != null) {
                    throw incoming.refusal();
                }
                handle(connection, incoming.request(), incoming.ref());
            } catch (RuntimeException failure) {
                connection.send(codec.encoded(Frames.Error.of(incoming.ref(), Failures.refusal(failure))));
            }
        }
    }

    /** Counts a request before it is checked: a flood of bad requests is a flood too. A user may have many sockets. */
    private void count(Connection connection, String type) {
        FloodLimits.Kind kind = RequestType.countedAs(type);
        if (kind != null) {
            limits.take(kind, connection.caller().accountId());
        }
    }

    /**
     * Whether one more frame is allowed. A client that goes on after refusals is cut off. On the socket's own thread.
     */
    boolean admitted(Connection connection, Object ref) {
        try {
            limits.take(FloodLimits.Kind.FRAMES, connection.id());
            return connection.open();
        } catch (Refusal tooMuch) {
            connection.send(codec.encoded(Frames.Error.of(ref, tooMuch)));
            if (connection.flooding() > MOST_REFUSED) {
                connection.close(CloseReasons.FLOODING);
            }
            return false;
        }
    }

    private void handle(Connection connection, Request request, Object ref) {
        switch (request.givenType()) {
            case TYPING_START -> typing(connection, request, true);
            case TYPING_STOP -> typing(connection, request, false);
            case MARK_READ, MARK_DELIVERED -> mark(connection, request);
            case DELETE_MESSAGE -> speaking.delete(connection, log(request), request.givenSeq(), ref);
            case SET_PRESENCE -> presence.idle(connection, idle(request.state()));
            case PING -> connection.send(codec.encoded(Frames.Pong.of(ref)));
            default -> handleOwn(connection, request, ref);
        }
    }

    /** What only this kind of socket is asked. */
    abstract void handleOwn(Connection connection, Request request, Object ref);

    /** The log that a request is about. */
    abstract RoomKey log(Request request);

    /** The socket's subscription to the request's log; {@code null} if it has none, or its user may not type there. */
    abstract Subscription listener(Connection connection, Request request);

    private void typing(Connection connection, Request request, boolean begins) {
        Subscription listener = listener(connection, request);
        if (listener == null) {
            return;
        }
        Ephemera ephemera = listener.feed().ephemera();
        listener.feed().execute(() -> {
            if (begins) {
                ephemera.startTyping(listener.accountId(), connection.caller().username());
            } else {
                ephemera.stopTyping(listener.accountId());
            }
        });
    }

    private void mark(Connection connection, Request request) {
        long seq = request.givenSeq();
        boolean read = request.givenType() == RequestType.MARK_READ;
        Membership membership = door.member(connection.caller(), log(request)).membership();
        long marked = read
                ? marks.read(membership.id(), membership.roomId(), seq)
                : marks.delivered(membership.id(), membership.roomId(), seq);
        Subscription listener = connection.subscription(membership.roomId());
        if (listener != null) {
            listener.marked(marked, read ? marked : 0);
        }
    }

    private static boolean idle(String state) {
        if (!"active".equals(state) && !"idle".equals(state)) {
            throw Refusal.invalid("state", "must be active or idle");
        }
        return state.equals("idle");
    }
}
