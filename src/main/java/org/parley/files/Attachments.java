package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.problems.Refusal;
import org.parley.system.KeyTable;

/** What is known about files. */
@ApplicationScoped
@Transactional
class Attachments {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    void add(Attachment uploaded) {
        entities.persist(uploaded);
        entities.flush();
    }

    Optional<Attachment> find(UUID id) {
        return Optional.ofNullable(entities.find(Attachment.class, id));
    }

    /** Those of these files that are known, locked in the order of their ids. */
    List<Attachment> lock(Collection<UUID> ids) {
        List<Attachment> locked = new ArrayList<>();
        KeyTable.inParts(
                ids.stream().sorted().toList(),
                part -> locked.addAll(
                        entities.createQuery("from Attachment a where a.id in :ids order by a.id", Attachment.class)
                                .setParameter("ids", KeyTable.padded(part))
                                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                .getResultList()));
        return locked;
    }

    /** The files of a person's drafts in these rooms. One statement, or none. */
    List<Attachment> ofDrafts(long ownerId, Collection<Long> roomIds) {
        if (roomIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "from Attachment a where a.draftRoomId in :rooms and a.ownerId = :owner"
                                + " order by a.draftRoomId, a.place",
                        Attachment.class)
                .setParameter("rooms", KeyTable.padded(roomIds))
                .setParameter("owner", ownerId)
                .getResultList();
    }

    /** A person's files, in the order of their ids. */
    List<Attachment> of(long ownerId, UUID after, int most) {
        return entities.createQuery(
                        "from Attachment a where a.ownerId = :owner and a.id > :after order by a.id", Attachment.class)
                .setParameter("owner", ownerId)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** The size of all files of a person. */
    long octetsOf(long ownerId) {
        return entities.createQuery(
                        "select coalesce(sum(a.octets), 0L) from Attachment a where a.ownerId = :owner", Long.class)
                .setParameter("owner", ownerId)
                .getSingleResult();
    }

    /** Those of these ids that are known. */
    Collection<UUID> known(Collection<UUID> ids) {
        return entities.createQuery("select a.id from Attachment a where a.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Some files that belong to no message and no draft, and have not been touched since. */
    List<UUID> abandoned(long since, int most) {
        return entities.createQuery(
                        "select a.id from Attachment a"
                                + " where a.roomId is null and a.draftRoomId is null and a.touchedAt <= :since",
                        UUID.class)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** Removes such a file, unless it was posted or drafted meanwhile. @return whether it did */
    boolean remove(UUID id, long since) {
        return entities.createQuery("delete from Attachment a where a.id = :id"
                                + " and a.roomId is null and a.draftRoomId is null and a.touchedAt <= :since")
                        .setParameter("id", id)
                        .setParameter("since", since)
                        .executeUpdate()
                == 1;
    }

    /** The id that a client names. */
    static UUID id(String named) {
        try {
            UUID id = UUID.fromString(named == null ? "" : named);
            // Java also reads ids with fewer digits.
            if (id.toString().equals(named)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw Refusal.notFound();
        }
        throw Refusal.notFound();
    }
}
