package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.harness.Stub;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

class ClosedDoorsTest {
    private static final Caller ANN = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "127.0.0.1");
    private static final Caller ROOT = new Caller(2, "root", "Root", true, UUID.randomUUID(), "127.0.0.1");

    static class Forgotten {
        public void nothing() {}

        @PermitAll
        public void open() {}

        @RolesAllowed("admin")
        public void admins() {}
    }

    @PermitAll
    static class Welcoming {
        public void nothing() {}

        @RolesAllowed("admin")
        public void admins() {}
    }

    @RolesAllowed("admin")
    static class Admins {
        public void nothing() {}
    }

    @Test
    void a_method_that_says_nothing_asks_for_a_caller() {
        assertEquals(Code.UNAUTHENTICATED, refused(Forgotten.class, "nothing", null));
        assertDoesNotThrow(() -> ask(Forgotten.class, "nothing", ANN));
    }

    @Test
    void what_says_it_is_open_asks_nobody() {
        assertTrue(keepers(Forgotten.class, "open").isEmpty());
        assertTrue(keepers(Welcoming.class, "nothing").isEmpty());
    }

    @Test
    void what_is_for_admins_refuses_everybody_else() {
        for (Class<?> resource : List.of(Forgotten.class, Welcoming.class)) {
            assertEquals(Code.UNAUTHENTICATED, refused(resource, "admins", null));
            assertEquals(Code.FORBIDDEN, refused(resource, "admins", ANN));
            assertDoesNotThrow(() -> ask(resource, "admins", ROOT));
        }
        assertEquals(Code.FORBIDDEN, refused(Admins.class, "nothing", ANN));
        assertDoesNotThrow(() -> ask(Admins.class, "nothing", ROOT));
    }

    private static Code refused(Class<?> resource, String method, Caller caller) {
        return assertThrows(Refusal.class, () -> ask(resource, method, caller)).code();
    }

    private static void ask(Class<?> resource, String method, Caller caller) throws Exception {
        SecurityContext security = Stub.of(
                SecurityContext.class,
                Map.of(
                        "getUserPrincipal", none -> caller,
                        "isUserInRole", role -> role[0].equals("user") || caller.admin()));
        for (ContainerRequestFilter keeper : keepers(resource, method)) {
            keeper.filter(Stub.of(ContainerRequestContext.class, Map.of("getSecurityContext", none -> security)));
        }
    }

    private static List<ContainerRequestFilter> keepers(Class<?> resource, String method) {
        List<ContainerRequestFilter> registered = new ArrayList<>();
        ResourceInfo info = Stub.of(
                ResourceInfo.class,
                Map.of("getResourceClass", none -> resource, "getResourceMethod", none -> method(resource, method)));
        FeatureContext features = Stub.of(
                FeatureContext.class,
                Map.of("register", filter -> registered.add((ContainerRequestFilter) filter[0]) ? null : null));
        new ClosedDoors().configure(info, features);
        return registered;
    }

    private static Object method(Class<?> resource, String name) {
        try {
            return resource.getMethod(name);
        } catch (NoSuchMethodException missing) {
            throw new AssertionError(missing);
        }
    }
}
