package org.parley.system;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;

/** The health probe that works on every server, with or without MicroProfile. */
@Path("health")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    @Inject
    Health health;

    /** 200 if the server can serve people, otherwise 503. */
    @GET
    public Response health() {
        Map<String, Boolean> parts = health.parts();
        boolean well = !parts.containsValue(false);
        Map<String, String> checks = new TreeMap<>();
        parts.forEach((part, working) -> checks.put(part, word(working)));
        health.partsBeside().forEach((part, working) -> checks.put(part, word(working)));
        return Response.status(well ? 200 : 503)
                .entity(new HealthJson(word(well), checks))
                .build();
    }

    private static String word(boolean well) {
        return well ? "UP" : "DOWN";
    }

    /** @param checks the name of each part with {@code UP} or {@code DOWN} */
    public record HealthJson(String status, Map<String, String> checks) {}
}
