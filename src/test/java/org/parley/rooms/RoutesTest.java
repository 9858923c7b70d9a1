package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.rights.Routes;

/** Every route of rooms must be listed in {@link Route}, because hidden rooms are tested with that list. */
class RoutesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    @Test
    void every_route_of_a_room_is_tried_on_hidden_and_absent_ones() {
        List<String> untried = Routes.all().stream()
                .filter(route -> route.matches("[A-Z]+ rooms/\\{room}.*"))
                .filter(route -> !tried(route))
                .toList();
        assertEquals(List.of(), untried);
    }

    private static boolean tried(String route) {
        Pattern pattern = Pattern.compile(PARAMETER.matcher(route).replaceAll("[^/]+"));
        return Route.ALL.stream()
                .map(one -> one.method() + " rooms/x" + one.path().replaceAll("\\?.*", ""))
                .anyMatch(one -> pattern.matcher(one).matches());
    }
}
