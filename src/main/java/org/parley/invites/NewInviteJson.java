package org.parley.invites;

import java.time.Duration;
import org.parley.problems.Refusal;
import org.parley.texts.Form;

/**
 * The limits of a new link.
 *
 * @param expiresIn seconds, or {@code null} if the link is not to expire
 * @param maxUses how many people may join by it, or {@code null} for any number
 */
record NewInviteJson(Long expiresIn, Long maxUses) {
    private static final long LONGEST_SECONDS = Duration.ofDays(366).toSeconds();
    private static final long MOST_USES = 100_000;

    /** The checked request. Both may be {@code null}. */
    record Judged(Duration lasting, Integer maxUses) {}

    /** @throws Refusal {@code invalid_request} that names every wrong field */
    Judged judged() {
        Form form = new Form();
        Long seconds = form.field(() -> within("expiresIn", expiresIn, LONGEST_SECONDS));
        Long uses = form.field(() -> within("maxUses", maxUses, MOST_USES));
        form.judge();
        return new Judged(
                seconds == null ? null : Duration.ofSeconds(seconds), uses == null ? null : Math.toIntExact(uses));
    }

    private static Long within(String field, Long asked, long most) {
        if (asked != null && (asked < 1 || asked > most)) {
            throw Refusal.invalid(field, "must be from 1 to " + most);
        }
        return asked;
    }
}
