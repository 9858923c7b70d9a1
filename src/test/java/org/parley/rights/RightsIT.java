package org.parley.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.harness.Answer;
import org.parley.harness.Person;

/** Calls every route as every kind of person, and those that lead to a room for a public and for a private one. */
@Tag("once")
@Tag("mariadb")
class RightsIT {
    private final Scene.Company company = new Scene.Company();
    private final Map<Boolean, Scene> scenes = new HashMap<>();

    @Test
    void every_route_is_in_the_matrix() {
        Set<String> told = Matrix.ROWS.stream().map(Row::route).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Routes.all(), told);
    }

    @TestFactory
    Stream<DynamicTest> a_route_lets_in_the_people_of_the_matrix() {
        return Matrix.ROWS.stream().map(row -> asked(row, false));
    }

    /** {@code SeeingRoomsIT} asks each of these routes as an outsider, too. */
    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> a_route_to_a_private_room_does_so_too() {
        return Matrix.ROWS.stream().filter(Row::leadsToARoom).map(row -> asked(row, true));
    }

    private DynamicTest asked(Row row, boolean hidden) {
        return DynamicTest.dynamicTest(row.toString(), () -> ask(row, hidden));
    }

    @TestFactory
    Stream<DynamicTest> the_token_of_a_deleted_account_opens_nothing() {
        Scene scene = new Scene(company, false);
        Person deleted = company.deleted();
        return Matrix.ROWS.stream()
                .filter(row -> !"unauthenticated".equals(row.expected(Who.STRANGER, scene)))
                .filter(row -> "unauthenticated".equals(row.expected(Who.ANONYMOUS, scene)))
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(), () -> row.call(deleted, scene).refused(401, "unauthenticated")));
    }

    /**
     * A refused request has changed nothing, and the next request does not see most of what a permitted one changed.
     */
    private void ask(Row row, boolean hidden) {
        for (Who who : Who.values()) {
            Scene scene = scenes.computeIfAbsent(hidden, wanted -> new Scene(company, wanted));
            Answer answer = row.call(who, scene);
            String expected = row.expected(who, scene);
            if (expected == null) {
                assertTrue(answer.status() / 100 == 2, () -> who + " is refused: " + answer);
            } else {
                assertEquals(expected, answer.code(), () -> who + ": " + answer);
            }
            if (row.spoiled(answer)) {
                scenes.remove(hidden);
            }
        }
    }
}
