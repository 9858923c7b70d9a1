package org.parley.posting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.parley.files.AttachedIds;
import org.parley.messages.Details;
import org.parley.problems.Refusal;
import org.parley.texts.Form;
import org.parley.texts.Texts;

/**
 * A message that a person wants to post; every field is well-formed.
 *
 * @param clientId chosen by the sender; a repeat in the same room gets the first message as its answer
 * @param kind text, image or file; {@code null} if its files decide
 * @param replyTo the number of a message of the same room, or {@code null}
 * @param attachments ids of uploaded files, each once
 */
public record NewMessage(UUID clientId, String kind, String body, Long replyTo, List<UUID> attachments)
        implements Draft {
    private static final Set<String> KINDS = Set.of("text", "image", "file");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The message as it came, from REST or a socket. */
    public record Json(String clientId, String body, String kind, Long replyTo, List<String> attachments) {}

    /** @throws Refusal that names every wrong field; {@code not_found} for an id that no file can have */
    public static NewMessage of(Json typed) {
        Form form = new Form();
        UUID clientId = form.field(() -> uuid(typed.clientId()));
        List<String> files = typed.attachments() == null ? List.of() : typed.attachments();
        String body = form.field(() -> files.isEmpty()
                ? Texts.body("body", typed.body())
                : Texts.free("body", typed.body() == null ? "" : typed.body(), Texts.BODY));
        String kind = form.field(() -> kind(typed.kind()));
        Long replyTo = form.field(() -> number(typed.replyTo()));
        List<UUID> attachments = form.field(() -> AttachedIds.of(files));
        form.judge();
        return new NewMessage(clientId, kind, body, replyTo, attachments);
    }

    private static UUID uuid(String typed) {
        if (typed == null || !UUID_FORM.matcher(typed).matches()) {
            throw Refusal.invalid("clientId", typed == null ? "must be given" : "must be a UUID");
        }
        return UUID.fromString(typed);
    }

    private static String kind(String typed) {
        if (typed != null && !KINDS.contains(typed)) {
            throw Refusal.invalid("kind", "must be text, image or file");
        }
        return typed;
    }

    /** What the sender calls it; otherwise pictures alone make an image, and anything else is a file. */
    String kind(List<Details.Attachment> files) {
        if (kind != null) {
            return kind;
        }
        return files.isEmpty() ? "text" : files.stream().allMatch(Details.Attachment::picture) ? "image" : "file";
    }

    private static Long number(Long typed) {
        if (typed != null && typed < 1) {
            throw Refusal.invalid("replyTo", "must be the number of a message of this room");
        }
        return typed;
    }
}
