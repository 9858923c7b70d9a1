package org.parley.drafts;

import java.util.List;
import java.util.UUID;
import org.parley.files.AttachedIds;
import org.parley.problems.Refusal;
import org.parley.texts.Form;
import org.parley.texts.Texts;

/**
 * A draft that a client wants to store; every field is well-formed.
 *
 * @param body may be empty if it replies to a message or has files
 * @param replyTo the number of a message, or {@code null}
 * @param attachments ids of uploaded files, each once
 * @param revision of the draft that the client knows; 0 if it knows of none
 */
record NewDraft(String body, Long replyTo, List<UUID> attachments, long revision) {
    /** The draft as it came. */
    record Json(String body, Long replyTo, List<String> attachments, Long revision) {
        /** @throws Refusal that names every wrong field; {@code not_found} for an id that no file can have */
        NewDraft judged() {
            Form form = new Form();
            String text = form.field(() -> Texts.free("body", body, Texts.BODY));
            form.field(() -> number("replyTo", replyTo, 1));
            form.field(() -> number("revision", form.given("revision", revision), 0));
            List<UUID> files = form.field(() -> AttachedIds.of(attachments == null ? List.of() : attachments));
            form.judge();
            if (text.isEmpty() && replyTo == null && files.isEmpty()) {
                throw Refusal.invalid("body", "must not be empty");
            }
            return new NewDraft(text, replyTo, files, revision);
        }

        private static Long number(String field, Long typed, long lowest) {
            if (typed != null && typed < lowest) {
                throw Refusal.invalid(field, "must be a whole number, " + lowest + " or above");
            }
            return typed;
        }
    }
}
