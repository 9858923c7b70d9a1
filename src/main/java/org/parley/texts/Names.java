package org.parley.texts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** Checks the names of people and rooms, and computes the forms that look-ups and the test for look-alikes use. */
public final class Names {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().build();

    /** Longer input cannot be a name in any normal form, so it is refused before the costly normalising. */
    private static final int MOST_TYPED = 500;

    private static final Set<String> RESERVED =
            Set.of("me", "system", "deleted", "admin", "all", "here", "channel", "everyone", "room");
    private static final Set<String> RESERVED_SKELETONS =
            RESERVED.stream().map(Names::skeleton).collect(Collectors.toUnmodifiableSet());

    private Names() {}

    /** @throws Refusal {@code invalid_request} that names the field, or {@code username_taken} for a reserved name */
    public static Name username(String field, String typed) {
        Name name = name(field, typed, 2, 32);
        if (reserved(name)) {
            throw Refusal.of(Code.USERNAME_TAKEN, "This name is reserved.");
        }
        return name;
    }

    /**
     * Checks a room's name. The unique key decides whether another room has it.
     *
     * @throws Refusal {@code invalid_request} that names the field, or {@code room_name_taken} for a reserved name
     */
    public static Name room(String field, String typed) {
        Name name = name(field, typed, 1, 50);
        if (reserved(name)) {
            throw Refusal.of(Code.ROOM_NAME_TAKEN, "This name is reserved.");
        }
        return name;
    }

    private static Name name(String field, String typed, int fewest, int most) {
        if (typed == null) {
            throw Refusal.invalid(field, "must be given");
        }
        String text = typed.length() > MOST_TYPED ? typed : NFKC.normalize(typed);
        int length = text.codePointCount(0, text.length());
        if (length < fewest || length > most) {
            throw Refusal.invalid(field, "must have " + fewest + " to " + most + " characters");
        }
        judge(field, text);
        return new Name(text, folded(text), skeleton(text));
    }

    private static void judge(String field, String text) {
        boolean meaning = false;
        int before = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(before)) {
            int character = text.codePointAt(at);
            if (!allowed(character, before)) {
                throw Refusal.invalid(field, "may contain only letters, digits, -, _ and .");
            }
            meaning |= UCharacter.isLetterOrDigit(character);
            before = character;
        }
        if (!meaning) {
            throw Refusal.invalid(field, "must have a letter or a digit");
        }
    }

    /** Refuses letters and marks that are invisible, such as Hangul fillers and variation selectors. */
    private static boolean allowed(int character, int before) {
        if (UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return false;
        }
        return UCharacter.isLetterOrDigit(character)
                || (mark(character) && (UCharacter.isLetterOrDigit(before) || mark(before)))
                || "-_.".indexOf(character) >= 0;
    }

    private static boolean mark(int character) {
        int category = UCharacter.getType(character);
        return category == UCharacterCategory.NON_SPACING_MARK || category == UCharacterCategory.COMBINING_SPACING_MARK;
    }

    /** The form for look-ups of typed text. Text that cannot be a name gives a form that no name has. */
    public static String folded(String typed) {
        if (typed == null || typed.length() > MOST_TYPED) {
            return "";
        }
        return NFKC.normalize(UCharacter.foldCase(NFKC.normalize(typed), true));
    }

    /**
     * Compares before folding, because people see the typed letters: a Greek capital nu looks like N, its small letter
     * like v. And again after folding, so that names alike in capitals are also alike in small letters.
     */
    private static String skeleton(String text) {
        return LOOKALIKES.getSkeleton(folded(LOOKALIKES.getSkeleton(text)));
    }

    /** Also checks the folded form: a foreign capital I looks like an l and would pass otherwise. */
    private static boolean reserved(Name name) {
        return RESERVED.contains(name.folded())
                || RESERVED_SKELETONS.contains(name.skeleton())
                || RESERVED_SKELETONS.contains(skeleton(name.folded()));
    }
}
