package org.parley.rooms;

import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * How an account stands to a room at the moment of a write, read under the room's lock.
 *
 * @param membership {@code null} if the account is no member
 * @param blocked whether the other of a private conversation does not want to hear of them
 * @param ban {@code null} if there is none
 * @param mute {@code null} if there is none
 */
public record Standing(
        Room room,
        long accountId,
        String username,
        String displayName,
        Membership membership,
        boolean blocked,
        Sanction ban,
        Sanction mute) {
    /** With what else was found of the same place. */
    Standing with(Standing other) {
        return new Standing(
                room,
                accountId,
                username,
                displayName,
                membership,
                blocked,
                ban == null ? other.ban : ban,
                mute == null ? other.mute : mute);
    }

    /** @throws Refusal {@code not_found}, {@code banned} or {@code not_member} of who may not read the room's log (any more) */
    public Visit asReader(Caller caller) {
        return new Visit(caller, room, membership, null, ban).admitted().asReader();
    }

    /**
     * @throws Refusal {@code not_member} of who may read but not write; {@code forbidden} of who is blocked, and where the
     *     room is archived; {@code muted}
     */
    public void asWriter(Caller caller) {
        asReader(caller).asMember();
        if (blocked) {
            throw Refusal.of(Code.FORBIDDEN, "They do not want to hear of you.");
        }
        if (room.archived()) {
            throw Refusal.of(Code.FORBIDDEN, "This room is archived.");
        }
        if (mute != null) {
            throw mute.refusal();
        }
    }

    /**
     * Whoever deletes a message: its author and the room's staff. An archive and slow mode do not hold them up, and the muted
     * may take back what they wrote.
     *
     * @param own whether they wrote it
     * @throws Refusal {@code not_member}, {@code forbidden} or {@code muted}
     */
    public void asRemover(Caller caller, boolean own) {
        Visit visit = asReader(caller).asInsider();
        if (own) {
            return;
        }
        if (room.direct()) {
            throw Refusal.of(Code.FORBIDDEN, "Who has written it may delete it.");
        }
        visit.as(Role.MODERATOR);
        if (mute != null) {
            throw mute.refusal();
        }
    }

    /** Whether slow mode passes them by. */
    public boolean staff(Caller caller) {
        return caller.admin() || membership.role().above(Role.MEMBER);
    }
}
