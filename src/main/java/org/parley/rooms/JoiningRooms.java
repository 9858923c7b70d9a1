package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.parley.accounts.Caller;
import org.parley.accounts.Passwords;
import org.parley.accounts.Payer;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.FloodLimits;
import org.parley.system.FloodLimits.Kind;
import org.parley.system.FloodLimits.Token;
import org.parley.system.Transactions;

/** A person joins a public room, or a room that they were invited to. */
@ApplicationScoped
public class JoiningRooms {
    @Inject
    Door door;

    @Inject
    Memberships memberships;

    @Inject
    Passwords passwords;

    @Inject
    FloodLimits limits;

    @Inject
    Event<MemberJoined> entered;

    @Inject
    Transactions transactions;

    /** @param newly whether the caller was not a member before */
    public record Joined(Visit visit, boolean newly) {}

    /**
     * Joins a room. A caller who already is a member needs no password.
     *
     * @param password as typed, or {@code null}
     * @throws Refusal {@code not_found}, {@code wrong_room_password}, {@code rate_limited}; {@code forbidden} if an
     *     administrator of the server tries to join a private room, where somebody has to add them
     */
    public Joined join(Caller caller, String room, String password) {
        Visit seen = door.see(caller, room);
        if (seen.member()) {
            return new Joined(seen, false);
        }
        judge(caller, seen.room(), password);
        String compared = seen.room().passwordHash();
        return transactions.run(() -> joinUnderLock(caller, seen.room().id(), compared));
    }

    /**
     * The account or address that guesses, and the room. The address counts too, because new accounts are free and each
     * would bring five more guesses.
     */
    private record Guess(Object whose, long roomId) {}

    /** Runs before the lock is taken, because comparing passwords is slow. */
    private void judge(Caller caller, Room room, String password) {
        if (!room.publicRoom()) {
            throw Refusal.of(Code.FORBIDDEN, "This room is private. Somebody in it has to add you.");
        }
        if (room.hasPassword()) {
            judgePassword(caller, room, password);
        }
    }

    /** A missing password does not count as a guess. */
    private void judgePassword(Caller caller, Room room, String password) {
        if (password == null) {
            throw wrongPassword();
        }
        List<Token> guess = List.of(
                new Token(Kind.WRONG_ROOM_PASSWORDS, new Guess(caller.accountId(), room.id())),
                new Token(Kind.WRONG_ROOM_PASSWORDS_FROM_ADDRESS, new Guess(caller.address(), room.id())));
        if (!limits.counting(guess, () -> passwords.matches(password, room.passwordHash(), Payer.of(caller)))) {
            throw wrongPassword();
        }
        limits.giveBack(guess);
    }

    private Joined joinUnderLock(Caller caller, long roomId, String compared) {
        Visit visit = door.locked(caller, roomId);
        Room room = visit.room();
        boolean changed = room.hasPassword() && !Objects.equals(room.passwordHash(), compared);
        if (!visit.member() && (!room.publicRoom() || changed)) {
            // The room became private or got another password a moment ago.
            throw wrongPassword();
        }
        return enter(visit);
    }

    /**
     * Joins a room by an invitation, which also opens private rooms and rooms with a password.
     *
     * @param invitation checked under the room's lock, for members too; throws the refusal. If the door then refuses,
     *     its changes are rolled back
     * @throws Refusal {@code not_found} if the room is gone; {@code banned}
     */
    public Joined join(Caller caller, long roomId, Consumer<Visit> invitation) {
        return transactions.run(() -> enter(door.lockedInvited(caller, roomId, invitation)));
    }

    private Joined enter(Visit visit) {
        if (visit.member()) {
            return new Joined(visit, false);
        }
        Caller caller = visit.caller();
        Membership added = memberships.add(visit.room(), caller.accountId(), Role.MEMBER);
        entered.fire(new MemberJoined(visit.room().id(), caller.accountId()));
        return new Joined(new Visit(caller, visit.room(), added), true);
    }

    private static Refusal wrongPassword() {
        return Refusal.of(Code.WRONG_ROOM_PASSWORD, "This room needs a password, and yours is missing or wrong.");
    }
}
