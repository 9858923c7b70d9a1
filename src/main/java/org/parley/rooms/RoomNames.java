package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.problems.Code;
import org.parley.problems.DatabaseTrouble;
import org.parley.problems.Refusal;
import org.parley.texts.Name;

/** The names of rooms, and former names that are still reserved. */
@ApplicationScoped
@Transactional
class RoomNames {
    private static final long NO_ROOM = 0;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Clock clock;

    /** @throws Refusal {@code room_name_taken}, for a new room */
    void judge(Name name) {
        judge(NO_ROOM, alike(name), clock.instant());
    }

    /** @throws Refusal {@code room_name_taken}, for a room that may keep its present and former names */
    void judge(long roomId, Name name) {
        judge(roomId, alike(name), clock.instant());
    }

    private static void judge(long roomId, List<RoomName> alike, Instant now) {
        if (alike.stream().anyMatch(held -> held.keptFrom(roomId, now))) {
            throw taken();
        }
    }

    /**
     * Gives the room this name, and reserves its former name for a while.
     *
     * @throws Refusal {@code room_name_taken}; then the transaction must be rolled back
     */
    void claim(long roomId, Name name) {
        Instant now = clock.instant();
        List<RoomName> alike = alike(name);
        judge(roomId, alike, now);
        Optional<RoomName> former = current(roomId).filter(held -> !alike.contains(held));
        former.ifPresent(held -> held.keep(now));
        alike.forEach(entities::remove);
        insert(new RoomName(roomId, name));
    }

    /** Names that look like this one or are found by the same look-up: at most two, and usually one. */
    private List<RoomName> alike(Name name) {
        Stream<RoomName> byLook = Stream.ofNullable(entities.find(RoomName.class, name.skeleton()));
        Stream<RoomName> byFolding = entities.createQuery(
                        "select n from RoomName n where n.nameFolded = :folded", RoomName.class)
                .setParameter("folded", name.folded())
                .getResultStream();
        return Stream.concat(byLook, byFolding)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Optional<RoomName> current(long roomId) {
        return entities.createQuery(
                        "select n from RoomName n where n.roomId = :room and n.reservedUntil is null", RoomName.class)
                .setParameter("room", roomId)
                .getResultStream()
                .findFirst();
    }

    private void insert(RoomName name) {
        // Hibernate inserts before it deletes, so flush the deletion first.
        entities.flush();
        entities.persist(name);
        try {
            entities.flush();
        } catch (PersistenceException refused) {
            throw DatabaseTrouble.duplicate(refused) ? taken() : refused;
        }
    }

    /** Frees every name of the room at once. */
    void release(long roomId) {
        entities.createQuery("delete from RoomName n where n.roomId = :room")
                .setParameter("room", roomId)
                .executeUpdate();
    }

    private static Refusal taken() {
        return Refusal.of(Code.ROOM_NAME_TAKEN, "Another room has this name, or one that looks like it.");
    }
}
