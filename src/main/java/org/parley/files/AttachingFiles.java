package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.messages.Details;
import org.parley.messages.LoggedMessage;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/** Gives uploaded files to new messages, in the transaction that writes the messages. A file belongs to one message. */
@ApplicationScoped
@Transactional
public class AttachingFiles {
    @Inject
    Attachments attachments;

    /**
     * Locks the files that the messages of a batch name, so that no other batch uses them.
     *
     * @param ids without any, it costs no statement
     */
    public Offered offered(Collection<UUID> ids) {
        Map<UUID, Attachment> found = new HashMap<>();
        if (ids.isEmpty()) {
            return new Offered(found);
        }
        attachments.lock(ids).forEach(file -> found.put(file.id(), file));
        return new Offered(found);
    }

    /** Locked files, for one batch. */
    public static final class Offered {
        private final Map<UUID, Attachment> files;
        private final Set<UUID> taken = new HashSet<>();

        private Offered(Map<UUID, Attachment> files) {
            this.files = files;
        }

        /** @throws Refusal {@code not_found} if one of them is not the sender's; {@code conflict} if it is posted */
        public void judge(List<UUID> ids, long senderId) {
            for (UUID id : ids) {
                Attachment file = files.get(id);
                if (file == null || !file.ownedBy(senderId)) {
                    throw Refusal.notFound();
                }
                if (file.roomId() != null || taken.contains(id)) {
                    throw Refusal.of(Code.CONFLICT, "One of these files belongs to another message already.");
                }
            }
        }

        /** A message of the batch takes them. */
        public void take(List<UUID> ids) {
            taken.addAll(ids);
        }

        /** What the message shows of the files. */
        public List<Details.Attachment> show(List<UUID> ids) {
            return ids.stream().map(id -> files.get(id).json()).toList();
        }

        /** Puts the files into their owner's draft. */
        void draft(List<UUID> ids, long roomId, long now) {
            for (int i = 0; i < ids.size(); i++) {
                files.get(ids.get(i)).draft(roomId, i, now);
            }
        }

        /** Writes the message's number to its files. */
        public void post(List<UUID> ids, LoggedMessage message) {
            for (int i = 0; i < ids.size(); i++) {
                files.get(ids.get(i)).post(message.roomId(), message.seq(), i);
            }
        }
    }
}
