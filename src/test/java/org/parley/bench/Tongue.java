package org.parley.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A language with some of its words. They are few, but stems, endings and compounds make many of them.
 *
 * @param share of all messages, in hundredths
 * @param gap what is between two words
 */
record Tongue(String name, int share, String gap, List<String> common, List<String> stems, List<String> endings) {
    private static final String FILE = "tongues.txt";
    private static final String NONE = "none";
    /** The higher, the more often the first words of a list come. */
    private static final double SLOPE = 2.2;

    private static final double COMMON = .62;
    private static final double COMPOUND = .15;
    private static final double HYPHEN = .3;
    private static final double RARE = .06;
    private static final int FIRST_RARE = 0x4E00;
    private static final int RARE_LETTERS = 3000;

    static List<Tongue> all() {
        List<Tongue> all = new ArrayList<>();
        for (String section : sections()) {
            if (!section.startsWith("#") && !section.startsWith("names")) {
                all.add(of(section.lines().toList()));
            }
        }
        return List.copyOf(all);
    }

    private static Tongue of(List<String> lines) {
        String[] head = lines.get(0).replace("]", "").split(" ");
        String gap = head[2].equals(NONE) ? "" : " ";
        return new Tongue(
                head[0], Integer.parseInt(head[1]), gap, words(lines.get(1)), words(lines.get(2)), words(lines.get(3)));
    }

    private static List<String> words(String line) {
        return List.of(line.replaceFirst("^\\w+: ", "").split(" "));
    }

    /** People's names in all languages. */
    static List<String> names() {
        String section = sections().stream()
                .filter(one -> one.startsWith("names"))
                .findFirst()
                .orElseThrow();
        return List.of(section.lines().skip(1).findFirst().orElseThrow().split(" (?=[^\\s])"));
    }

    private static List<String> sections() {
        try (InputStream file = Tongue.class.getResourceAsStream(FILE)) {
            return List.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^\\["));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether words stand apart. */
    boolean spaced() {
        return !gap.isEmpty();
    }

    String word(SplittableRandom random) {
        double kind = random.nextDouble();
        if (kind < COMMON) {
            return some(common, random);
        }
        if (!spaced() && kind > 1 - RARE) {
            return rare(random) + rare(random);
        }
        String first = some(stems, random);
        if (kind < COMMON + COMPOUND && spaced()) {
            String joint = random.nextDouble() < HYPHEN ? "-" : "";
            return first + joint + some(stems, random) + ending(random);
        }
        return first + ending(random);
    }

    private String ending(SplittableRandom random) {
        String ending = some(endings, random);
        return ending.equals("-") ? "" : ending;
    }

    /** A Chinese letter, as in names that are not in any list. */
    private static String rare(SplittableRandom random) {
        return Character.toString(FIRST_RARE + random.nextInt(RARE_LETTERS));
    }

    static String some(List<String> words, SplittableRandom random) {
        return words.get((int) (words.size() * Math.pow(random.nextDouble(), SLOPE)));
    }
}
