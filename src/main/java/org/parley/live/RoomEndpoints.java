package org.parley.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Makes the endpoint of each socket by hand. Left to the container, CDI would examine the class anew for every one: a good
 * part of what coming in costs.
 */
public class RoomEndpoints extends ServerEndpointConfig.Configurator {
    @Override
    public <T> T getEndpointInstance(Class<T> endpoint) {
        CDI<Object> beans = CDI.current();
        return endpoint.cast(new RoomEndpoint(
                beans.select(Greeting.class).get(),
                beans.select(RoomRequests.class).get()));
    }
}
