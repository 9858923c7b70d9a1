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
 * Every resource asks for a caller, and for a role where it has {@code @RolesAllowed}, unless it says {@code @PermitAll}:
 * what is forgotten is closed. The annotations are read here because GlassFish ignores them on resources. It runs before
 * the body is read, so that strangers learn nothing of what a body should be.
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

    /** Whether anybody may ask, also without a token. */
    static boolean open(ResourceInfo resource) {
        return annotation(resource, PermitAll.class) != null;
    }

    /** A method's own annotation stands before its class's. */
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
                throw Refusal.of(Code.UNAUTHENTICATED, "This needs the access token of a session that is not over.");
            }
            if (roles != null && Arrays.stream(roles).noneMatch(security::isUserInRole)) {
                throw Refusal.of(Code.FORBIDDEN, "Your role does not allow this.");
            }
        }
    }
}
