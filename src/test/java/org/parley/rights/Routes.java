package org.parley.rights;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every route of the REST interface, read from the classes: {@code GET rooms/{room}}. */
public final class Routes {
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+: ([\\w|]+)}");

    private Routes() {}

    public static Set<String> all() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.parley")) {
            if (found.isAnnotatedWith(Path.class)) {
                ofResource(found.reflect()).flatMap(Routes::spelledOut).forEach(routes::add);
            } else if (found.isAnnotatedWith(WebServlet.class)) {
                ofServlet(found.reflect()).forEach(routes::add);
            }
        }
        return routes;
    }

    private static Stream<String> ofResource(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods()).flatMap(method -> verb(method)
                .map(verb -> verb + " " + root
                        + (method.isAnnotationPresent(Path.class)
                                ? "/" + method.getAnnotation(Path.class).value()
                                : "")));
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static Stream<String> ofServlet(Class<?> servlet) {
        return Arrays.stream(servlet.getAnnotation(WebServlet.class).urlPatterns())
                .filter(pattern -> pattern.startsWith("/api/"))
                .map(pattern -> "GET " + pattern.substring("/api/".length()));
    }

    /** Spells out a path that stands for several. */
    private static Stream<String> spelledOut(String route) {
        Matcher choice = CHOICE.matcher(route);
        if (!choice.find()) {
            return Stream.of(route);
        }
        List<String> choices = Arrays.stream(choice.group(1).split("\\|"))
                .map(one -> choice.replaceFirst(one))
                .collect(Collectors.toList());
        return choices.stream().flatMap(Routes::spelledOut);
    }
}
