package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.messages.Details;
import org.parley.problems.Refusal;

/**
 * Gives uploaded files to drafts, so that they are kept as long as the draft is. Writers hold the row of the membership
 * locked, as for the draft itself.
 */
@ApplicationScoped
@Transactional
public class DraftingFiles {
    @Inject
    Attachments attachments;

    @Inject
    AttachingFiles attaching;

    @Inject
    Clock clock;

    /** The files of a person's drafts, by room. One statement, or none. */
    public Map<Long, List<Details.Attachment>> of(long accountId, Collection<Long> roomIds) {
        return attachments.ofDrafts(accountId, roomIds).stream()
                .collect(Collectors.groupingBy(
                        Attachment::draftRoomId, Collectors.mapping(Attachment::json, Collectors.toList())));
    }

    /**
     * The draft has these files from now on, in this order.
     *
     * @return whether this changed anything
     * @throws Refusal {@code not_found} if one of them is not the person's; {@code conflict} if one is posted
     */
    public boolean put(long roomId, long accountId, List<UUID> ids) {
        List<Attachment> before = attachments.ofDrafts(accountId, List.of(roomId));
        if (before.stream().map(Attachment::id).toList().equals(ids)) {
            return false;
        }
        AttachingFiles.Offered offered = attaching.offered(ids);
        offered.judge(ids, accountId);
        before.forEach(file -> file.draft(null, 0, clock.millis()));
        offered.draft(ids, roomId, clock.millis());
        return true;
    }
}
