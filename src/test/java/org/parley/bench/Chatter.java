package org.parley.bench;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Messages as people in several countries may write them: with names, links, numbers, and words with hyphens. The same
 * seed gives the same messages, each by its number alone.
 */
final class Chatter {
    private static final List<Tongue> TONGUES = Tongue.all();
    private static final List<String> NAMES = Tongue.names();
    private static final int HUNDRED = 100;
    /** Spreads the seeds of neighbours; the fraction of the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final double SHORTEST = 2;
    private static final double LONGER = 3;
    private static final int LONGEST = 120;
    private static final int CLAUSE = 9;
    private static final String ENDS = ".?!";
    private static final String WIDE_ENDS = "。？！";

    private final long seed;

    Chatter(long seed) {
        this.seed = seed;
    }

    /** What decides everything about a message. */
    SplittableRandom random(long number) {
        return new SplittableRandom(seed + number * SPREAD);
    }

    static Tongue tongue(SplittableRandom random) {
        int at = random.nextInt(HUNDRED);
        for (Tongue tongue : TONGUES) {
            at -= tongue.share();
            if (at < 0) {
                return tongue;
            }
        }
        return TONGUES.get(0);
    }

    Tongue tongue(long number) {
        return tongue(random(number));
    }

    String message(long number) {
        SplittableRandom random = random(number);
        Tongue tongue = tongue(random);
        // Most messages are short, and some are very long.
        int words = (int) Math.min(LONGEST, SHORTEST - LONGER * 2 * Math.log(1 - random.nextDouble()));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            if (i > 0) {
                text.append(i % CLAUSE == 0 ? (tongue.spaced() ? ", " : "，") : tongue.gap());
            }
            text.append(piece(tongue, random));
        }
        String ends = tongue.spaced() ? ENDS : WIDE_ENDS;
        return text.append(ends.charAt(random.nextInt(ends.length()))).toString();
    }

    /** Mostly a word. */
    private static String piece(Tongue tongue, SplittableRandom random) {
        String gap = tongue.gap().isEmpty() ? " " : "";
        return switch (random.nextInt(HUNDRED)) {
            case 0, 1 -> gap + Tongue.some(NAMES, random) + gap;
            case 2 -> gap + "@" + Tongue.some(NAMES, random) + random.nextInt(HUNDRED) + gap;
            case 3 -> gap + number(random) + gap;
            case 4 -> random.nextInt(4) == 0 ? gap + link(random) + gap : tongue.word(random);
            case 5 -> random.nextInt(2) == 0 ? gap + ticket(random) + gap : tongue.word(random);
            default -> tongue.word(random);
        };
    }

    private static String number(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(24) + ":" + (10 + random.nextInt(50));
            case 1 -> random.nextInt(HUNDRED) + "." + random.nextInt(HUNDRED);
            case 2 -> random.nextInt(HUNDRED) + "%";
            default -> Integer.toString(random.nextInt(5000));
        };
    }

    private static String ticket(SplittableRandom random) {
        return random.nextInt(2) == 0
                ? "PR-" + random.nextInt(50_000)
                : "v" + random.nextInt(9) + "." + random.nextInt(40) + "." + random.nextInt(20);
    }

    private static String link(SplittableRandom random) {
        Tongue english = TONGUES.get(0);
        return "https://" + Tongue.some(english.stems(), random) + ".example.org/" + english.word(random) + "/"
                + random.nextInt(HUNDRED * HUNDRED);
    }
}
