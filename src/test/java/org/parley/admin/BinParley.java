package org.parley.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs {@code bin/parley}, either by the script, or within this process by the classes that the script has compiled. A
 * run by the script costs more than a second of CPU, because a JVM starts.
 */
final class BinParley {
    private static final Path CLASSES = Path.of("target", "cli");
    private static final Path LIBRARIES = Path.of("target", "cli-libraries");

    private static Method entry;

    private final Map<String, String> environment;

    /** What a run has printed. @param exit its exit code */
    record Run(int exit, String out, String error) {}

    /** @param environment the variables, {@code PARLEY_…} */
    BinParley(Map<String, String> environment) {
        this.environment = environment;
    }

    /** One command within this process. @param input the first line of the standard input */
    Run run(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        InputStream line = new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            Object exit =
                    entry().invoke(null, environment, line, new PrintWriter(out), new PrintWriter(error), arguments);
            return new Run((int) exit, out.toString(), error.toString());
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The script compiles the classes before its first run. They see no library but those that they run with. */
    private static synchronized Method entry() throws ReflectiveOperationException {
        if (entry == null) {
            new BinParley(Map.of()).script("", "--version");
            entry = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())
                    .loadClass("Parley")
                    .getMethod(
                            "run", Map.class, InputStream.class, PrintWriter.class, PrintWriter.class, String[].class);
        }
        return entry;
    }

    private static URL[] classPath() {
        try (Stream<Path> libraries = Files.list(LIBRARIES)) {
            List<URL> all = new ArrayList<>();
            for (Path each : Stream.concat(Stream.of(CLASSES), libraries).toList()) {
                all.add(each.toUri().toURL());
            }
            return all.toArray(URL[]::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One command by the script, in a process of its own. */
    Run script(String input, String... arguments) {
        return execute(
                input,
                Stream.concat(Stream.of("bin/parley"), Stream.of(arguments)).toList());
    }

    /** Any command with these variables. */
    Run execute(String input, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Process process = builder.start();
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(input)
                    .append('\n')
                    .close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), out, error);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
