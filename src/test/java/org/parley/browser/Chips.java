package org.parley.browser;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** The reactions under messages. */
final class Chips {
    static final String THUMB = "👍";
    static final String PARTY = "🎉";

    private Chips() {}

    /** The first reaction under a message. */
    static Locator chip(Visitor visitor, String text) {
        return all(visitor, text).first();
    }

    static Locator all(Visitor visitor, String text) {
        return visitor.message(text).locator(".chip[data-emoji]");
    }

    /** Reacts by REST. */
    static void react(Person person, String room, int seq, String emoji) {
        String encoded = URLEncoder.encode(emoji, StandardCharsets.UTF_8);
        person.put("rooms/" + room + "/messages/" + seq + "/reactions/" + encoded, Json.of())
                .expect(204);
    }
}
