package org.parley.reports;

import org.parley.problems.Refusal;

/** What becomes of a report. */
record SettlementJson(String state) {
    /** @throws Refusal {@code invalid_request} unless it is a state */
    Report.State judged() {
        return judged(state);
    }

    /** Which reports a list is to have. @return {@code null} for all */
    static Report.State filter(String state) {
        return state == null || state.isEmpty() ? null : judged(state);
    }

    private static Report.State judged(String state) {
        return Report.State.ofWire(state)
                .orElseThrow(() -> Refusal.invalid("state", "must be open, resolved or dismissed"));
    }
}
