package org.parley.sessions;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * Every resource requires a caller, and the role in {@code @RolesAllowed}, unless it has {@code @PermitAll}. So a
 * resource without an annotation is closed. The annotations are read here because GlassFish ignores them on resources.
 * This runs before the body is read, so that strangers learn nothing about the expected body.
 */
@Provider
public class ClosedDoors implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext features) {
        if (!open(resource)) {
            RolesAllowed roles = annotation(resource, RolesAllowed.class);
            features.register(new Keeper(roles == null ? null : roles.value()));
        }
    }

    /** Whether the resource is open to everybody, also without a token. */
    static boolean open(ResourceInfo resource) {
        return annotation(resource, PermitAll.class) != null;
    }

    /** The method's own annotation has priority over that of its class. */
    private static <T extends Annotation> T annotation(ResourceInfo resource, Class<T> type) {
        Method method = resource.getResourceMethod();
        boolean own = method.isAnnotationPresent(PermitAll.class) || method.isAnnotationPresent(RolesAllowed.class);
        return own ? method.getAnnotation(type) : resource.getResourceClass().getAnnotation(type);
    }

    @Priority(Priorities.AUTHENTICATION)
    private static final class Keeper implements ContainerRequestFilter {
        private final String[] roles;

        Keeper(String[] roles) {
            this.roles = roles;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            SecurityContext security = request.getSecurityContext();
            if (!(security.getUserPrincipal() instanceof Caller)) {
                throw Refusal.of(Code.UNAUTHENTICATED, "This needs the access token of an active session.");
            }
            if (roles != null && Arrays.stream(roles).noneMatch(security::isUserInRole)) {
                throw Refusal.of(Code.FORBIDDEN, "Your role does not allow this.");
            }
        }
    }
}
