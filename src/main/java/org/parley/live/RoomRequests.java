package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.parley.rooms.ModeratingMembers;
import org.parley.rooms.NewSanctionJson;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Sanction;
import org.parley.rooms.Sanctions;

/** Handles the requests of {@code live/rooms}. */
@ApplicationScoped
class RoomRequests extends LiveRequests {
    @Inject
    Listening listening;

    @Inject
    ModeratingMembers moderating;

    @Inject
    Sanctions sanctions;

    @Inject
    Clock clock;

    @Override
    void handleOwn(Connection connection, Request request, Object ref) {
        switch (request.givenType()) {
            case JOIN_ROOM -> listening.join(connection, request, ref);
            case LEAVE_ROOM -> listening.leave(connection, request, ref);
            case SEND_MESSAGE -> speaking.send(connection, request, ref);
            case KICK_USER -> {
                NewSanctionJson.Judged asked = request.sanction().judged(clock);
                moderating.kick(connection.caller(), request.givenRoom(), asked.username(), asked.reason());
                done(connection, ref);
            }
            case BAN_USER -> {
                NewSanctionJson.Judged asked = request.sanction().judged(clock);
                moderating.impose(connection.caller(), request.givenRoom(), Sanction.Kind.BAN, asked);
                done(connection, ref);
            }
            default -> throw RequestType.unknown();
        }
    }

    private void done(Connection connection, Object ref) {
        connection.send(codec.encoded(Frames.Done.of(ref)));
    }

    @Override
    RoomKey log(Request request) {
        return RoomKey.room(request.givenRoom());
    }

    @Override
    Subscription listener(Connection connection, Request request) {
        Subscription listener = listening.requiredListener(connection, request.givenRoom());
        boolean begins = listener != null && request.givenType() == RequestType.TYPING_START;
        return begins && sanctions.silenced(listener.roomId(), listener.accountId()) ? null : listener;
    }
}
