package org.parley.rights;

import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
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
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+: ([\\w|]+)}");

    private Routes() {}

    public static Set<String> all() {
        Set<String> routes = new TreeSet<>();
        for (Class<?> found : classes()) {
            if (found.isAnnotationPresent(Path.class)) {
                ofResource(found).flatMap(Routes::spelledOut).forEach(routes::add);
            } else if (found.isAnnotationPresent(WebServlet.class)) {
                ofServlet(found).forEach(routes::add);
            }
        }
        return routes;
    }

    private static List<Class<?>> classes() {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.startsWith("org") && name.endsWith(".class"))
                    .<Class<?>>map(name -> named(name.substring(0, name.length() - ".class".length())))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Class<?> named(String path) {
        try {
            return Class.forName(path.replace(File.separatorChar, '.'), false, Routes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
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
