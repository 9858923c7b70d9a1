package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.rooms.RoomKey;

/** Handles the requests of {@code live/private}. */
@ApplicationScoped
class PrivateRequests extends LiveRequests {
    @Inject
    Conversing conversing;

    @Override
    void handleOwn(Connection connection, Request request, Object ref) {
        switch (request.givenType()) {
            case PRIVATE_MESSAGE -> conversing.send(connection, request, ref);
            case CATCH_UP -> conversing.catchUp(connection, request, ref);
            default -> throw RequestType.unknown();
        }
    }

    @Override
    RoomKey log(Request request) {
        return RoomKey.with(request.givenTo());
    }

    @Override
    Subscription listener(Connection connection, Request request) {
        return conversing.listener(connection, request.givenTo());
    }
}
