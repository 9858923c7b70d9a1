package org.parley.live;

import jakarta.websocket.server.ServerEndpoint;

/** The socket of public and private rooms. */
@ServerEndpoint(value = "/live/rooms", configurator = RoomEndpoint.Maker.class)
public class RoomEndpoint extends LiveEndpoint {
    RoomEndpoint(Greeting greeting, RoomRequests requests) {
        super(greeting, requests, false);
    }

    /** For the container. */
    public static class Maker extends EndpointMaker {
        @Override
        LiveEndpoint make() {
            return new RoomEndpoint(bean(Greeting.class), bean(RoomRequests.class));
        }
    }
}
