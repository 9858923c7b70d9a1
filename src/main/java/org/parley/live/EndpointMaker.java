package org.parley.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Creates the endpoint of each socket itself. The container would let CDI examine the class for each socket, which is a
 * good part of the cost of a new connection.
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
