package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.messages.Marks;
import org.parley.problems.Failures;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.Membership;

/** What clients ask on {@code live/rooms}, frame by frame; every refusal is an answer, and the socket stays. */
@ApplicationScoped
public class RoomRequests {
    @Inject
    Codec codec;

    @Inject
    Listening listening;

    @Inject
    Speaking speaking;

    @Inject
    Door door;

    @Inject
    Marks marks;

    void handle(Connection connection, String text) {
        for (Codec.Incoming incoming : codec.read(text)) {
            try {
                if (incoming.refusal() != null) {
                    throw incoming.refusal();
                }
                handle(connection, incoming.request(), incoming.ref());
            } catch (RuntimeException failure) {
                connection.send(codec.encoded(Frames.Error.of(incoming.ref(), Failures.refusal(failure))));
            }
        }
    }

    private void handle(Connection connection, Request request, Object ref) {
        switch (request.type() == null ? "" : request.type()) {
            case "join_room" -> listening.join(connection, request, ref);
            case "leave_room" -> listening.leave(connection, request, ref);
            case "send_message" -> speaking.send(connection, request, ref);
            case "typing_start" -> typing(connection, request, true);
            case "typing_stop" -> typing(connection, request, false);
            case "mark_read", "mark_delivered" -> mark(connection, request);
            case "set_presence" -> connection.idle(idle(request.state()));
            case "ping" -> connection.send(codec.encoded(Frames.Pong.of(ref)));
            default -> throw Refusal.invalid("type", "is not one of the known frames");
        }
    }

    private void typing(Connection connection, Request request, boolean begins) {
        Subscription listener = listening.requiredListener(connection, request.givenRoom());
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
        boolean read = request.type().equals("mark_read");
        Membership membership =
                door.member(connection.caller(), request.givenRoom()).membership();
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
