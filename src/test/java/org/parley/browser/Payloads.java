package org.parley.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three hundred scripts in disguise. None is longer than a display name. */
final class Payloads {
    private Payloads() {}

    static List<String> all() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/payloads.txt"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * All of them in few texts.
     *
     * @param longest how many characters a text may have
     * @param between what separates two of them
     */
    static List<String> joined(int longest, String between) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String payload : all()) {
            if (text.length() + between.length() + payload.length() > longest) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : between).append(payload);
        }
        texts.add(text.toString());
        return texts;
    }
}
