package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;

/**
 * Opens files for the people who may read them: what was posted for the readers of that room, and everything else for
 * its uploader. What the caller may not see is not found, whatever the reason.
 */
@ApplicationScoped
class ReadingFiles {
    @Inject
    Attachments attachments;

    @Inject
    Door door;

    /** @throws Refusal {@code not_found} */
    @Transactional
    Attachment readable(Caller caller, String id) {
        Attachment found = attachments.find(Attachments.id(id)).orElseThrow(Refusal::notFound);
        if (!mayRead(caller, found)) {
            throw Refusal.notFound();
        }
        return found;
    }

    private boolean mayRead(Caller caller, Attachment found) {
        if (found.roomId() == null) {
            return found.ownedBy(caller.accountId());
        }
        try {
            door.read(caller, found.roomId());
            return true;
        } catch (Refusal hidden) {
            return false;
        }
    }
}
