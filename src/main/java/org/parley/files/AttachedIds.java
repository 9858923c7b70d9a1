package org.parley.files;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.problems.Refusal;
import org.parley.texts.Texts;

/** The ids by which a message or a draft names its files. */
public final class AttachedIds {
    private AttachedIds() {}

    /**
     * @throws Refusal {@code invalid_request} for too many or a repeated one; {@code not_found} if one cannot be an
     *     id
     */
    public static List<UUID> of(List<String> typed) {
        if (typed.size() > Texts.ATTACHMENTS) {
            throw Refusal.invalid("attachments", "must be at most " + Texts.ATTACHMENTS);
        }
        List<UUID> ids = typed.stream().map(Attachments::id).toList();
        if (Set.copyOf(ids).size() < ids.size()) {
            throw Refusal.invalid("attachments", "must not repeat a file");
        }
        return ids;
    }
}
