package org.parley.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The application of everything under {@code api/}. Resources and providers are found by their annotations. */
@ApplicationPath("api")
public class RestApplication extends Application {
    @Override
    public Map<String, Object> getProperties() {
        // Without this name, Jersey adds JSON-B beside Jackson, and then one reads while the other writes.
        return Map.of(
                "jersey.config.jsonFeature",
                "ParleyJson",
                // Jackson's provider also offers itself as a service, with a mapper that is not ours.
                "jersey.config.server.disableMetainfServicesLookup",
                true,
                "jersey.config.server.wadl.disableWadl",
                true);
    }
}
