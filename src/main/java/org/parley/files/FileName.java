package org.parley.files;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/** The name under which a file is shown and saved. It never becomes a path on the server. */
final class FileName {
    static final int MOST = 200;

    private static final String NAMELESS = "file";
    /** A longer end of a name is not an extension that anybody knows. */
    private static final int MOST_IN_EXTENSION = 20;
    /** Longer names are cut before they are normalised, which takes long. */
    private static final int MOST_SENT = 4 * MOST;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private FileName() {}

    /** @param sent what the client called it, or {@code null} */
    static String of(String sent) {
        if (sent == null) {
            return NAMELESS;
        }
        StringBuilder shown = new StringBuilder();
        shortened(sent, MOST_SENT).codePoints().map(FileName::shown).forEach(shown::appendCodePoint);
        String name = shortened(NFC.normalize(shown).strip(), MOST);
        return name.isEmpty() ? NAMELESS : name;
    }

    private static int shown(int letter) {
        boolean harmless =
                switch (Character.getType(letter)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default ->
                        letter != '/'
                                && letter != '\\'
                                && !UCharacter.hasBinaryProperty(letter, UProperty.BIDI_CONTROL);
                };
        return harmless ? letter : '_';
    }

    /** Cuts the middle, so that the extension stays. */
    private static String shortened(String name, int most) {
        if (name.codePointCount(0, name.length()) <= most) {
            return name;
        }
        String extension = extension(name);
        int kept = most - extension.codePointCount(0, extension.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + extension;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        boolean known = dot > 0 && name.codePointCount(dot, name.length()) <= MOST_IN_EXTENSION;
        return known ? name.substring(dot) : "";
    }
}
