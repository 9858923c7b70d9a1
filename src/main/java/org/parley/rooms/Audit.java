package org.parley.rooms;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.accounts.Caller;
import org.parley.accounts.Users;
import org.parley.system.Ids;
import org.parley.system.Paging;

/**
 * The audit log of rooms: what was done to rooms and to people in them. Entries are written in the transaction of the
 * action; owners and moderators can read them.
 */
@ApplicationScoped
@Transactional
public class Audit {
    /**
     * After the system message got its number, which happens at the default priority of observers (CDI 4.0, 10.5.2).
     */
    private static final int AFTER_LOG = 3000;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Door door;

    @Inject
    Users users;

    @Inject
    Clock clock;

    void write(@Observes @Priority(AFTER_LOG) RoomChanged change) {
        Room room = entities.find(Room.class, change.roomId());
        note(AuditNote.of(change), room.head());
    }

    /**
     * Records an action that has no system message. Call it under the room's lock, in the transaction of the action.
     *
     * @param seq the number of the message that the action is about, or {@code null}
     */
    public void note(AuditNote note, Long seq) {
        entities.persist(new AuditEntry(Ids.next(clock), note, seq, clock.instant()));
    }

    /** The entry that belongs to a system message. */
    public Optional<AuditEntry> of(long roomId, long seq) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.roomId = :room and e.seq = :seq", AuditEntry.class)
                .setParameter("room", roomId)
                .setParameter("seq", seq)
                .getResultStream()
                .findFirst();
    }

    /** Whether a person was kicked from a room, and so has been in it. */
    boolean kicked(long roomId, long accountId) {
        return !entities.createQuery(
                        "select e.id from AuditEntry e where e.roomId = :room and e.action = :kick"
                                + " and e.targetId = :target",
                        Long.class)
                .setParameter("room", roomId)
                .setParameter("kick", SystemAction.KICK.wire())
                .setParameter("target", accountId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** @param seq the number of the system message, or of the message that the entry is about, or {@code null} */
    public record EntryJson(
            String action, String by, String target, String reason, Instant until, Long seq, Instant createdAt) {}

    public record EntriesJson(List<EntryJson> entries, String next) {}

    /** A page, the newest entries first. */
    EntriesJson page(Caller caller, String room, Paging paging) {
        long before = paging.before();
        List<AuditEntry> found = door.readFirst(
                        caller,
                        RoomKey.room(room),
                        id -> newest(id, before, paging.limit() + 1),
                        visit -> visit.as(Role.MODERATOR))
                .found()
                .orElse(List.of());
        List<AuditEntry> shown = paging.page(found);
        Set<Long> people = new HashSet<>();
        shown.forEach(one -> {
            people.add(one.byId());
            if (one.targetId() != null) {
                people.add(one.targetId());
            }
        });
        Map<Long, String> names = people.isEmpty() ? Map.of() : users.names(people);
        return new EntriesJson(
                shown.stream().map(one -> json(one, names)).toList(),
                paging.next(found, one -> Long.toString(one.id())));
    }

    private List<AuditEntry> newest(long roomId, long before, int most) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.roomId = :room and e.id < :before order by e.id desc",
                        AuditEntry.class)
                .setParameter("room", roomId)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    private static EntryJson json(AuditEntry entry, Map<Long, String> names) {
        return new EntryJson(
                entry.action(),
                names.get(entry.byId()),
                entry.targetId() == null ? null : names.get(entry.targetId()),
                entry.reason(),
                entry.until(),
                entry.seq(),
                entry.createdAt());
    }
}
