package org.parley.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * What {@code api/health} says, told to the server's own {@code /health/ready}. GlassFish has no MicroProfile: there this
 * class cannot be loaded, and CDI leaves it out.
 */
@ApplicationScoped
@org.eclipse.microprofile.health.Readiness
public class Readiness implements HealthCheck {
    @Inject
    Health health;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("parley")
                .status(health.serving() && health.databaseAnswers())
                .build();
    }
}
