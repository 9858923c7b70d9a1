package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.parley.accounts.Caller;
import org.parley.problems.Refusal;
import org.parley.system.Transactions;

/**
 * The one way to a room: whoever wants to see, read or change one passes here. What is hidden from the caller and what
 * is not there are refused in the same words.
 *
 * <p>Rooms are named as clients name them, by name or id. Private conversations never pass by either, but by a
 * {@link RoomKey} that says so, or by the id that the server has.
 */
@ApplicationScoped
public class Door {
    @Inject
    Rooms rooms;

    @Inject
    Conversations conversations;

    @Inject
    Memberships memberships;

    @Inject
    Sanctions sanctions;

    @Inject
    Transactions transactions;

    /**
     * What a client means; private conversations are their people's alone.
     *
     * @throws Refusal {@code not_found} also where a conversation is meant and nobody has the name
     */
    public Visit see(Caller caller, RoomKey key) {
        return key.direct() ? admit(conversations.visit(caller, key.text())) : see(caller, key.text());
    }

    /** @throws Refusal {@code not_member} beside {@code not_found}, of who may not read the room's log */
    public Visit read(Caller caller, RoomKey key) {
        return see(caller, key).asReader();
    }

    public Visit member(Caller caller, RoomKey key) {
        return see(caller, key).asMember();
    }

    /**
     * The id of what a client means, before the door is asked.
     *
     * @return empty where there is nothing, and for a conversation that was not made yet
     */
    public Optional<Long> resolve(Caller caller, RoomKey key) {
        return key.direct() ? conversations.resolve(caller, key.text()) : rooms.resolve(key.text());
    }

    /**
     * Reads something of a room first and asks the door after it. So a caller who was put out or demoted between the two gets
     * nothing.
     *
     * @param read gets the room's id
     * @param rule throws what it refuses
     * @return empty for a conversation that was not made yet
     */
    <T> Optional<T> readFirst(Caller caller, RoomKey key, Function<Long, T> read, UnaryOperator<Visit> rule) {
        Optional<Long> id = resolve(caller, key);
        Optional<T> found = id.map(read);
        rule.apply(id.isPresent() ? see(caller, id.get()) : see(caller, key));
        return found;
    }

    /** Public rooms and one's own; an admin of the server sees every room. */
    public Visit see(Caller caller, String room) {
        return admit(rooms.visit(caller, room));
    }

    public Visit see(Caller caller, long roomId) {
        return admit(rooms.visit(caller, roomId));
    }

    public Visit read(Caller caller, long roomId) {
        return see(caller, roomId).asReader();
    }

    /** @throws Refusal {@code not_member} beside {@code not_found}, of an admin too: writing takes membership */
    public Visit member(Caller caller, String room) {
        return see(caller, room).asMember();
    }

    public Visit member(Caller caller, long roomId) {
        return see(caller, roomId).asMember();
    }

    /**
     * The way to every change by one who must have a right to it. The rule runs twice, see {@link Permit}.
     *
     * <p>Not within a transaction: it would keep what the rule read without the lock, and would not read it again.
     *
     * @param rule reads only, and throws what it refuses
     */
    @Transactional(Transactional.TxType.NEVER)
    public <T> Permit<T> permit(Caller caller, String room, Function<Visit, T> rule) {
        Visit seen = see(caller, room);
        long roomId = seen.room().id();
        return new Permit<>(rule.apply(seen), () -> rule.apply(locked(caller, roomId)), transactions);
    }

    /** Who may do what an owner may. */
    Visit owner(Caller caller, String room) {
        return see(caller, room).as(Role.OWNER);
    }

    /**
     * As {@link #see}, with the room's row locked first and everything read under the lock. For callers whose right was
     * judged before; {@link #permit} does both.
     */
    public Visit locked(Caller caller, long roomId) {
        return admit(lockedEntry(caller, roomId));
    }

    /**
     * As {@link #locked}, of one to whom an invitation shows the room, whatever its kind.
     *
     * @param invitation asked first, under the lock; throws what it refuses
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
