package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names the tests that prove its claims. This test fails if one of them was renamed. */
class SecurityPageTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test))(?:#(\\w+))?`");

    @Test
    void every_test_that_it_names_is_there() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = NAMED.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .filter(named -> !sources.getOrDefault(named.group(1), "")
                        .contains(named.group(2) == null ? "@" : "void " + named.group(2) + "("))
                .map(named -> named.group())
                .toList();
        assertEquals(List.of(), missing);
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> tests =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Map<String, String> sources = new TreeMap<>();
            for (Path test : tests) {
                // Two classes with the same name count as one.
                sources.merge(
                        test.getFileName().toString().replace(".java", ""), Files.readString(test), String::concat);
            }
            return sources;
        }
    }
}
