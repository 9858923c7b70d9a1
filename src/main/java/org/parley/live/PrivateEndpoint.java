package org.parley.live;

import jakarta.websocket.server.ServerEndpoint;

/** The socket for private messages and the user's own feed. */
@ServerEndpoint(value = "/live/private", configurator = PrivateEndpoint.Maker.class)
public class PrivateEndpoint extends LiveEndpoint {
    PrivateEndpoint(Greeting greeting, PrivateRequests requests) {
        super(greeting, requests, true);
    }

    /** For the container. */
    public static class Maker extends EndpointMaker {
        @Override
        LiveEndpoint make() {
            return new PrivateEndpoint(bean(Greeting.class), bean(PrivateRequests.class));
        }
    }
}
