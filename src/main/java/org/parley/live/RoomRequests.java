package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.rooms.RoomKey;

/** What clients ask on {@code live/rooms}. */
@ApplicationScoped
public class RoomRequests extends LiveRequests {
    @Inject
    Listening listening;

    @Inject
    Speaking speaking;

    @Override
    void handleOwn(Connection connection, Request request, Object ref) {
        switch (request.givenType()) {
            case "join_room" -> listening.join(connection, request, ref);
            case "leave_room" -> listening.leave(connection, request, ref);
            case "send_message" -> speaking.send(connection, request, ref);
            default -> throw unknown();
        }
    }

    @Override
    RoomKey log(Request request) {
        return RoomKey.room(request.givenRoom());
    }

    @Override
    Subscription listener(Connection connection, Request request) {
        return listening.requiredListener(connection, request.givenRoom());
    }
}
