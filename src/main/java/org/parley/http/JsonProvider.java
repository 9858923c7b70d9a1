package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * Makes Jackson read and write bodies with the mapper that the sockets use. The server always finds Jackson's own
 * provider by its service file; without this class, that provider would make a default mapper.
 */
@Provider
public class JsonProvider implements ContextResolver<ObjectMapper> {
    @Inject
    ObjectMapper json;

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json;
    }
}
