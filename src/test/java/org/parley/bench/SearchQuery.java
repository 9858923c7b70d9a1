package org.parley.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people type into the search, made from words of a message, so that there is something to find. */
enum SearchQuery {
    WORD {
        @Override
        String words(List<String> said, SplittableRandom random) {
            return some(said, random);
        }
    },
    WORDS {
        @Override
        String words(List<String> said, SplittableRandom random) {
            return some(said, random) + " " + some(said, random);
        }
    },
    PHRASE {
        @Override
        String words(List<String> said, SplittableRandom random) {
            if (said.size() < 2) {
                return null;
            }
            int from = random.nextInt(said.size() - 1);
            int to = Math.min(said.size(), from + 2 + random.nextInt(2));
            return '"' + String.join(" ", said.subList(from, to)) + '"';
        }
    },
    BEGINNING {
        @Override
        String words(List<String> said, SplittableRandom random) {
            return start(some(said, random), 2 + random.nextInt(4));
        }
    },
    TYPO {
        @Override
        String words(List<String> said, SplittableRandom random) {
            List<String> all = said.stream().filter(SearchQuery::mayHaveTypo).toList();
            return all.isEmpty() ? null : mistyped(some(all, random), random);
        }
    },
    /** A part of a text without spaces. */
    PART {
        @Override
        boolean fits(Tongue tongue) {
            return !tongue.spaced();
        }

        @Override
        String words(List<String> said, SplittableRandom random) {
            String text = longest(said.stream().filter(SearchQuery::unspaced).toList());
            if (text.length() < 2) {
                return null;
            }
            int length = Math.min(text.length(), 2 + random.nextInt(3));
            int from = random.nextInt(text.length() - length + 1);
            return text.substring(from, from + length);
        }
    },
    FILTERED {
        @Override
        String words(List<String> said, SplittableRandom random) {
            return some(said, random);
        }

        @Override
        String filter(SplittableRandom random, List<String> filters) {
            return "&" + filters.get(random.nextInt(filters.size()));
        }
    };

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,.?!，。？！/:%@\"-]+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{5,}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final int TRIES = 100;

    /** @return {@code null} if it cannot be made of this message */
    abstract String words(List<String> said, SplittableRandom random);

    boolean fits(Tongue tongue) {
        return tongue.spaced();
    }

    String filter(SplittableRandom random, List<String> filters) {
        return "";
    }

    /**
     * @param messages how many there are
     * @param filters parameters that are used alone
     * @return the parameters of the request; one in four wants the best first
     */
    String parameters(Chatter chatter, long messages, SplittableRandom random, List<String> filters) {
        String order = random.nextInt(4) == 0 ? "&sort=best" : "";
        return "q=" + URLEncoder.encode(words(chatter, messages, random), StandardCharsets.UTF_8)
                + filter(random, filters) + order;
    }

    String words(Chatter chatter, long messages, SplittableRandom random) {
        for (int i = 0; i < TRIES; i++) {
            long number = random.nextLong(messages);
            List<String> said = said(chatter.message(number));
            String words = said.isEmpty() || !fits(chatter.tongue(number)) ? null : words(said, random);
            if (words != null) {
                return words;
            }
        }
        throw new IllegalStateException("No message of " + messages + " can be searched by " + this);
    }

    /** One with letters or digits; nobody searches for a single letter. */
    private static List<String> said(String message) {
        return Arrays.stream(BETWEEN_WORDS.split(message))
                .filter(word -> word.length() > 1)
                .toList();
    }

    private static String some(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    /** Whether it is no name in another script. */
    private static boolean unspaced(String word) {
        return Character.isIdeographic(word.codePointAt(0))
                || KANA.matcher(word).lookingAt();
    }

    private static String longest(List<String> words) {
        return words.stream().reduce("", (one, other) -> one.length() < other.length() ? other : one);
    }

    private static String start(String word, int length) {
        return word.length() <= length ? word : word.substring(0, word.offsetByCodePoints(0, length));
    }

    private static boolean mayHaveTypo(String word) {
        return LETTERS.matcher(word).matches();
    }

    /** A letter is left out, doubled or swapped with the next one, but never the first. */
    private static String mistyped(String word, SplittableRandom random) {
        int at = 1 + random.nextInt(word.length() - 2);
        String before = word.substring(0, at);
        return Stream.of(
                        before + word.substring(at + 1),
                        before + word.charAt(at) + word.substring(at),
                        before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2))
                .skip(random.nextInt(3))
                .findFirst()
                .orElseThrow();
    }
}
