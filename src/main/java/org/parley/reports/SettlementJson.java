package org.parley.reports;

import org.parley.problems.Refusal;

/** The new state of a report. */
record SettlementJson(String state) {
    /** @throws Refusal {@code invalid_request} if there is no such state */
    Report.State judged() {
        return judged(state);
    }

    /** The reports that a list is to show. @return {@code null} for all */
    static Report.State filter(String state) {
        return state == null || state.isEmpty() ? null : judged(state);
    }

    private static Report.State judged(String state) {
        return Report.State.ofWire(state)
                .orElseThrow(() -> Refusal.invalid("state", "must be open, resolved or dismissed"));
    }
}
