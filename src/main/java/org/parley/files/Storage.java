package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.parley.accounts.Accounts;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;

/**
 * How much a person stores, and may store. A file counts for the person who uploaded it, until its message is deleted.
 * Pictures of people and the files of imported rooms have no owner, so they do not count.
 */
@ApplicationScoped
@Transactional
class Storage {
    @Inject
    Attachments attachments;

    @Inject
    Accounts accounts;

    @Inject
    Configuration configuration;

    /** @param used octets @param most octets; {@code null} for no limit */
    record StorageJson(long used, Long most) {}

    StorageJson of(long ownerId) {
        return new StorageJson(attachments.octetsOf(ownerId), most().orElse(null));
    }

    private Optional<Long> most() {
        return configuration.files().mostOctetsOfUser();
    }

    /** @throws Refusal {@code too_large} if there is no room for so many octets now */
    void judge(long ownerId, long octets) {
        most().ifPresent(most -> {
            long left = Math.max(0, most - attachments.octetsOf(ownerId));
            if (octets > left) {
                throw Refusal.of(
                                Code.TOO_LARGE,
                                "Your files may have at most " + most + " bytes in all, and " + left
                                        + " of them are left. Delete messages with files to make room.")
                        .with("left", left);
            }
        });
    }

    /**
     * Adds a file to what its owner stores. Two uploads of a person wait for each other, so that not both take what is
     * left for one.
     *
     * @throws Refusal {@code too_large}
     */
    void add(long ownerId, Attachment uploaded) {
        if (most().isPresent()) {
            accounts.lock(ownerId);
            judge(ownerId, uploaded.octets());
        }
        attachments.add(uploaded);
    }
}
