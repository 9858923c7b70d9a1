package org.parley.texts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import org.parley.problems.Refusal;

/** Checks free text and brings it into the form that is stored: NFC, LF, no outer white space. */
public final class Texts {
    /** The most code points of a message. */
    public static final int BODY = 8000;
    /** The most files of a message. */
    public static final int ATTACHMENTS = 10;
    /** The most code points of a reason, a topic or a bio. */
    public static final int NOTE = 500;
    /** The most code points of a display name. */
    public static final int DISPLAY_NAME = 64;

    private static final int FEWEST_IN_PASSWORD = 8;
    private static final int MOST_IN_PASSWORD = 128;
    /** NFC joins at most this many code points into one. Longer input cannot fit, so it is not normalised. */
    private static final int MOST_INTO_ONE = 4;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private Texts() {}

    /**
     * The text of a message; it must not be empty.
     *
     * @throws Refusal {@code invalid_request} that names the field
     */
    public static String body(String field, String typed) {
        String text = free(field, typed, BODY);
        if (text.isEmpty()) {
            throw Refusal.invalid(field, "must not be empty");
        }
        return text;
    }

    /**
     * Any other text; it may be empty.
     *
     * @param most code points, counted in the form that is stored
     * @throws Refusal {@code invalid_request} that names the field
     */
    public static String free(String field, String typed, int most) {
        String text = given(field, typed).replace("\r\n", "\n").replace('\r', '\n');
        if (text.codePointCount(0, text.length()) > MOST_INTO_ONE * most) {
            throw tooLong(field, most);
        }
        if (!text.codePoints().allMatch(Texts::printable)) {
            throw Refusal.invalid(field, "contains characters that cannot be shown");
        }
        refuseLongRuns(field, text);
        String kept = trimmed(NFC.normalize(text));
        if (kept.codePointCount(0, kept.length()) > most) {
            throw tooLong(field, most);
        }
        return kept;
    }

    /**
     * A person's display name; it may be empty. Direction marks and invisible marks are refused: with them, one name
     * could look like another.
     *
     * @throws Refusal {@code invalid_request} that names the field
     */
    public static String displayName(String field, String typed) {
        String name = free(field, typed, DISPLAY_NAME);
        if (name.codePoints().anyMatch(Texts::invisible)) {
            throw Refusal.invalid(field, "contains invisible characters");
        }
        return name;
    }

    /** Persian and Indic names need the joiners; emoji also need the variation selectors. */
    private static boolean invisible(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && !UCharacter.hasBinaryProperty(character, UProperty.JOIN_CONTROL)
                && !UCharacter.hasBinaryProperty(character, UProperty.VARIATION_SELECTOR);
    }

    private static Refusal tooLong(String field, int most) {
        return Refusal.invalid(field, "must have at most " + most + " characters");
    }

    private static void refuseLongRuns(String field, String text) {
        if (!StreamSafe.holds(text)) {
            throw Refusal.invalid(field, "has too many accents on one letter");
        }
    }

    private static String given(String field, String typed) {
        if (typed == null) {
            throw Refusal.invalid(field, "must be given");
        }
        return typed;
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> character == '\t' || character == '\n';
            default -> true;
        };
    }

    /** Trims white space as Unicode defines it: {@code String.strip} leaves no-break spaces. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && UCharacter.isUWhiteSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && UCharacter.isUWhiteSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * A new password, exactly as typed.
     *
     * @throws Refusal {@code invalid_request} that names the field
     */
    public static String password(String field, String typed) {
        String password = given(field, typed);
        int length = password.codePointCount(0, password.length());
        if (length < FEWEST_IN_PASSWORD || length > MOST_IN_PASSWORD) {
            throw Refusal.invalid(field, "must have " + FEWEST_IN_PASSWORD + " to " + MOST_IN_PASSWORD + " characters");
        }
        refuseLongRuns(field, password);
        return password;
    }

    /** Whether a typed password has an allowed length. Any other is too costly to normalise. */
    public static boolean maybePassword(String typed) {
        return typed.codePointCount(0, typed.length()) <= MOST_IN_PASSWORD && StreamSafe.holds(typed);
    }
}
