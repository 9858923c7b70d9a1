package org.parley.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Makes the endpoint of each socket by hand. Left to the container, CDI would examine the class anew for every one: a good
 * part of what coming in costs.
 */
abstract class EndpointMaker extends ServerEndpointConfig.Configurator {
    abstract LiveEndpoint make();

    @Override
    public <T> T getEndpointInstance(Class<T> endpoint) {
        return endpoint.cast(make());
    }

    static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
