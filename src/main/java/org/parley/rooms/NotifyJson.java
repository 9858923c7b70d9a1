package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.parley.problems.Refusal;

/** Which messages of a room a member wants to be notified about. */
public record NotifyJson(@JsonProperty("notify") String notifyWhen) {
    private static final Set<String> OCCASIONS = Set.of(Membership.EVERY_MESSAGE, Membership.MENTIONS, "none");

    /** @throws Refusal {@code invalid_request} unless it is one of the contract's words */
    public String judged() {
        if (notifyWhen == null || !OCCASIONS.contains(notifyWhen)) {
            throw Refusal.invalid("notify", "must be all, mentions or none");
        }
        return notifyWhen;
    }
}
