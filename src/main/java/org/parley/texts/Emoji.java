package org.parley.texts;

import com.ibm.icu.text.UnicodeSet;
import java.util.HashMap;
import java.util.Map;
import org.parley.problems.Refusal;

/** Emoji, as Unicode recommends them for general interchange (RGI; UTS 51, ED-27). */
public final class Emoji {
    private static final String VARIATION_SELECTOR = "\uFE0F";

    /** The fully qualified form by the form without variation selectors. */
    private static final Map<String, String> QUALIFIED = qualified();

    private Emoji() {}

    /**
     * One emoji in its fully qualified form. Variation selectors may be missing in what was typed.
     *
     * @throws Refusal {@code invalid_request} if it is anything else
     */
    public static String of(String typed) {
        String emoji = QUALIFIED.get(typed.replace(VARIATION_SELECTOR, ""));
        if (emoji == null) {
            throw Refusal.invalid("emoji", "must be one emoji");
        }
        return emoji;
    }

    private static Map<String, String> qualified() {
        Map<String, String> qualified = new HashMap<>();
        for (String emoji : new UnicodeSet("[:RGI_Emoji:]")) {
            qualified.put(emoji.replace(VARIATION_SELECTOR, ""), emoji);
        }
        return Map.copyOf(qualified);
    }
}
