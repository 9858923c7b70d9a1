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

/** Somebody becomes a member by themselves: of a public room, or of one that they were invited to. */
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

    /** @param newly whether they were no member before */
    public record Joined(Visit visit, boolean newly) {}

    /**
     * Who is a member already needs no password.
     *
     * @param password as it was typed, or {@code null}
     * @throws Refusal {@code not_found}, {@code wrong_room_password}, {@code rate_limited}; {@code forbidden} for an admin of the server before
     *     a private room, where everyone has to be added
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
     * The account or address that guesses, and the room. The address counts too: new accounts are free, so each would bring
     * five more guesses.
     */
    private record Guess(Object whose, long roomId) {}

    /** Before the lock is taken, because comparing is slow. */
    private void judge(Caller caller, Room room, String password) {
        if (!room.publicRoom()) {
            throw Refusal.of(Code.FORBIDDEN, "Nobody enters a private room by themselves.");
        }
        if (room.hasPassword()) {
            judgePassword(caller, room, password);
        }
    }

    /** None at all is no guess. */
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
            // Closed in this very moment.
            throw wrongPassword();
        }
        return enter(visit);
    }

    /**
     * Lets in who was invited, into a private room too and past the password.
     *
     * @param invitation asked under the room's lock, of members too; throws what it refuses. What it changed is undone where
     *     the door refuses
     * @throws Refusal {@code not_found} for a room that is gone; {@code banned}
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
        return Refusal.of(Code.WRONG_ROOM_PASSWORD, "This room has a password, and this is not it.");
    }
}
