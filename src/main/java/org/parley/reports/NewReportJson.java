package org.parley.reports;

import org.parley.problems.Refusal;
import org.parley.texts.Texts;

/** The reason for a report. */
record NewReportJson(String reason) {
    /** @throws Refusal {@code invalid_request} without a reason, because the staff needs one to decide */
    String judged() {
        String text = Texts.free("reason", reason, Texts.NOTE);
        if (text.isEmpty()) {
            throw Refusal.invalid("reason", "must not be empty");
        }
        return text;
    }
}
