package org.parley.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything under {@code api/}; resources and providers are found by their annotations. */
@ApplicationPath("api")
public class RestApplication extends Application {
    @Override
    public Map<String, Object> getProperties() {
        // A name of our own keeps Jersey from adding JSON-B beside Jackson, which then reads while Jackson writes.
        return Map.of(
                "jersey.config.jsonFeature",
                "ParleyJson",
                // Jackson's provider offers itself as a service, too, with a mapper that is not ours.
                "jersey.config.server.disableMetainfServicesLookup",
                true,
                "jersey.config.server.wadl.disableWadl",
                true);
    }
}
