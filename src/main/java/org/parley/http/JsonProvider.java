package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * Has bodies read and written with the mapper that the sockets use. Jackson's own provider stands in the WAR by its
 * service file whatever we do, and without this it makes itself a mapper that knows nothing of ours.
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
