package org.parley.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** Reads and writes bodies with the mapper that the sockets use. */
@Provider
public class JsonProvider extends JacksonJsonProvider {
    protected JsonProvider() {}

    @Inject
    public JsonProvider(ObjectMapper json) {
        super(json);
    }
}
