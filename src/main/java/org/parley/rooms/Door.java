package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.system.Transactions;

/**
 * The only way to a room: every request to see, read or change one passes here. A hidden room and a missing room are
 * refused with the same words.
 *
 * <p>Clients name a room by name or id. A private conversation is reached only by a {@link RoomKey} that says so, or by
 * an id that the server itself has.
 */
@ApplicationScoped
public class Door {
    @Inject
    Rooms rooms;

    @Inject
    Visits visits;

    @Inject
    Conversations conversations;

    @Inject
    Memberships memberships;

    @Inject
    Sanctions sanctions;

    @Inject
    Transactions transactions;

    private final MeantRooms meant = new MeantRooms();

    /**
     * The room or conversation that a client names. Only its two people can see a private conversation.
     *
     * @throws Refusal {@code not_found}, also if the key names a person who does not exist
     */
    public Visit see(Caller caller, RoomKey key) {
        return key.direct() ? admit(conversations.visit(caller, key.text())) : see(caller, key.text());
    }

    /** @throws Refusal {@code not_found}; {@code not_member} if the caller may not read the room's log */
    public Visit read(Caller caller, RoomKey key) {
        return see(caller, key).asReader();
    }

    public Visit member(Caller caller, RoomKey key) {
        return see(caller, key).asMember();
    }

    /**
     * A room, and the result of reading something of it.
     *
     * @param room as the caller may see it after the reading
     * @param found empty if the conversation has not been created
     */
    public record Read<T>(Visit room, Optional<T> found) {}

    /**
     * Reads something of a room first and checks the caller's right after it. So a caller who was removed or demoted in
     * between gets nothing.
     *
     * <p>Which room the key means is known from the last time, so most calls need one statement beside the reading. If
     * the key means another room now, the reading is done again.
     *
     * @param read gets the room's id
     * @param rule throws the refusal
     */
    public <T> Read<T> readFirst(Caller caller, RoomKey key, Function<Long, T> read, UnaryOperator<Visit> rule) {
        MeantRooms.Key meaning = MeantRooms.Key.of(caller, key);
        Long guess = meant.get(meaning);
        Optional<T> found = Optional.ofNullable(guess).map(read);
        Visit visit = rule.apply(see(caller, key));
        if (visit.room().unmade()) {
            return new Read<>(visit, Optional.empty());
        }
        long id = visit.room().id();
        if (guess != null && guess == id) {
            return new Read<>(visit, found);
        }
        meant.put(meaning, id);
        found = Optional.of(read.apply(id));
        return new Read<>(rule.apply(see(caller, id)), found);
    }

    /** A caller sees public rooms and their own rooms. An administrator of the server sees every room. */
    public Visit see(Caller caller, String room) {
        return admit(visits.of(caller, room));
    }

    Visit see(Caller caller, long roomId) {
        return admit(visits.of(caller, roomId));
    }

    public Visit read(Caller caller, long roomId) {
        return see(caller, roomId).asReader();
    }

    /** Those of these rooms and conversations whose logs the caller may read, in any order, with one statement. */
    public List<Visit> readable(Caller caller, Collection<Long> roomIds) {
        return visits.of(caller, roomIds).stream().filter(Visit::mayRead).toList();
    }

    /** @throws Refusal {@code not_found}; {@code not_member}, also for an administrator: only members write */
    public Visit member(Caller caller, String room) {
        return see(caller, room).asMember();
    }

    public Visit member(Caller caller, long roomId) {
        return see(caller, roomId).asMember();
    }

    /** The rooms and conversations of these ids in which the caller is a member, by id. One statement, or none. */
    public Map<Long, Visit> member(Caller caller, Collection<Long> roomIds) {
        return visits.of(caller, roomIds).stream()
                .filter(Visit::member)
                .collect(Collectors.toMap(visit -> visit.room().id(), Function.identity()));
    }

    /**
     * The way to every change that needs a right. The rule runs twice, see {@link Permit}.
     *
     * <p>Call it outside of a transaction. A transaction would keep what the rule read before the lock.
     *
     * @param rule only reads, and throws the refusal
     */
    @Transactional(Transactional.TxType.NEVER)
    public <T> Permit<T> permit(Caller caller, String room, Function<Visit, T> rule) {
        Visit seen = see(caller, room);
        long roomId = seen.room().id();
        return new Permit<>(rule.apply(seen), () -> rule.apply(locked(caller, roomId)), transactions);
    }

    /** Requires the rights of an owner. */
    Visit owner(Caller caller, String room) {
        return see(caller, room).as(Role.OWNER);
    }

    /**
     * As {@link #see}, but locks the room's row first and reads everything under the lock. For callers whose right was
     * already checked; {@link #permit} does both.
     */
    public Visit locked(Caller caller, long roomId) {
        return admit(lockedEntry(caller, roomId));
    }

    /**
     * As {@link #locked}, for a caller with an invitation, which also opens a private room.
     *
     * @param invitation runs first, under the lock; throws the refusal
     */
    Visit lockedInvited(Caller caller, long roomId, Consumer<Visit> invitation) {
        Visit visit = lockedEntry(caller, roomId).orElseThrow(Refusal::notFound);
        invitation.accept(visit);
        return visit.ban() == null ? visit : visit.admitted();
    }

    private Optional<Visit> lockedEntry(Caller caller, long roomId) {
        return rooms.lock(roomId)
                .map(room -> new Visit(
                        caller,
                        room,
                        memberships.of(roomId, caller.accountId()).orElse(null),
                        null,
                        sanctions
                                .of(roomId, caller.accountId(), Sanction.Kind.BAN)
                                .orElse(null)));
    }

    /** Every visit passes this line; further rules are asked here. */
    private static Visit admit(Optional<Visit> visit) {
        return visit.orElseThrow(Refusal::notFound).admitted();
    }
}
