package org.parley.invites;

import java.time.Duration;
import org.parley.problems.Refusal;
import org.parley.texts.Form;

/**
 * What a link shall be good for.
 *
 * @param expiresIn seconds, {@code null} for good
 * @param maxUses how many may come in by it, {@code null} for as many as come
 */
record NewInviteJson(Long expiresIn, Long maxUses) {
    private static final long LONGEST_SECONDS = Duration.ofDays(366).toSeconds();
    private static final long MOST_USES = 100_000;

    /** What is asked for, well-formed; either may be {@code null}. */
    record Judged(Duration lasting, Integer maxUses) {}

    /** @throws Refusal {@code invalid_request} naming every wrong field */
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
