package org.parley.rooms;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.parley.problems.Refusal;
import org.parley.texts.Form;
import org.parley.texts.Texts;

/** A ban or mute to impose: on which person, why, and until when. Without {@code until} it has no end. */
public record NewSanctionJson(String username, String reason, String until) {
    /** The checked request. {@code reason} and {@code until} may be {@code null}. */
    public record Judged(String username, String reason, Instant until) {}

    /** @throws Refusal {@code invalid_request} that names every wrong field */
    public Judged judged(Clock clock) {
        Form form = new Form();
        Judged judged = new Judged(
                form.given("username", username),
                form.field(() -> reason(reason)),
                form.field(() -> until == null ? null : future(until, clock)));
        form.judge();
        return judged;
    }

    /** @return {@code null} if none was given */
    static String reason(String typed) {
        String text = typed == null ? "" : Texts.free("reason", typed, Texts.NOTE);
        return text.isEmpty() ? null : text;
    }

    private static Instant future(String typed, Clock clock) {
        try {
            Instant time = Instant.parse(typed).truncatedTo(ChronoUnit.MILLIS);
            // The year has four digits on the wire, and the column stores milliseconds.
            if (time.isAfter(clock.instant()) && time.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return time;
            }
        } catch (DateTimeParseException malformed) {
            // Refused below.
        }
        throw Refusal.invalid("until", "must be a time in the future, in the form of RFC 3339");
    }
}
