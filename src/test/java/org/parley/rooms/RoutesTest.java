package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever adds a route to rooms says so in {@link Route}, by which hidden rooms are tested on all of them. */
class RoutesTest {
    private static final String ROOM = "rooms/{room}";
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+: ([^}]+)}");
    private static final Pattern ANYTHING = Pattern.compile("\\{[^}]+}");

    @Test
    void every_route_of_a_room_is_tried_on_hidden_and_absent_ones() {
        List<String> untried = new ArrayList<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.parley")) {
            if (resource.isAnnotatedWith(Path.class)) {
                String path = resource.getAnnotationOfType(Path.class).value();
                if (path.equals(ROOM) || path.startsWith(ROOM + "/")) {
                    resource.getAllMethods().forEach(method -> judge(method, path, untried));
                }
            }
        }
        assertEquals(List.of(), untried);
    }

    private static void judge(JavaMethod method, String path, List<String> untried) {
        String verb = method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(JavaClass::getSimpleName)
                .findFirst()
                .orElse(null);
        if (verb == null) {
            return;
        }
        String own = method.tryGetAnnotationOfType(Path.class)
                .map(more -> "/" + more.value())
                .orElse("");
        String template = path.substring(ROOM.length()) + own;
        String choices = CHOICE.matcher(template).replaceAll("($1)");
        Pattern pattern = Pattern.compile(ANYTHING.matcher(choices).replaceAll("[^/]+"));
        boolean tried = Route.ALL.stream()
                .anyMatch(route -> route.method().equals(verb)
                        && pattern.matcher(route.path().replaceAll("\\?.*", "")).matches());
        if (!tried) {
            untried.add(verb + " " + template);
        }
    }
}
