package org.parley.reports;

import org.parley.problems.Refusal;
import org.parley.texts.Texts;

/** Why somebody reports a message. */
record NewReportJson(String reason) {
    /** @throws Refusal {@code invalid_request} without one: whoever judges the report has nothing else to go by */
    String judged() {
        String text = Texts.free("reason", reason, Texts.NOTE);
        if (text.isEmpty()) {
            throw Refusal.invalid("reason", "must not be empty");
        }
        return text;
    }
}
