package org.parley.rooms;

import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * An account's membership and sanctions at the moment of a write, read under the room's lock.
 *
 * @param avatarUrl the address of the account's picture, or {@code null}
 * @param membership {@code null} if the account is not a member
 * @param blocked whether the other person of a private conversation has blocked the account
 * @param ban {@code null} if there is none
 * @param mute {@code null} if there is none
 */
public record Standing(
        Room room,
        long accountId,
        String username,
        String displayName,
        String avatarUrl,
        Membership membership,
        boolean blocked,
        Sanction ban,
        Sanction mute) {
    /** Combines this with another finding about the same account and room. */
    Standing with(Standing other) {
        return new Standing(
                room,
                accountId,
                username,
                displayName,
                avatarUrl,
                membership,
                blocked,
                ban == null ? other.ban : ban,
                mute == null ? other.mute : mute);
    }

    /**
     * @throws Refusal {@code not_found}, {@code banned} or {@code not_member} if the account may not read the room's
     *     log
     */
    public Visit asReader(Caller caller) {
        return new Visit(caller, room, membership, null, ban).admitted().asReader();
    }

    /**
     * @throws Refusal {@code not_member} if the account may read but not write; {@code forbidden} if it is blocked, or
     *     the room is archived; {@code muted}
     */
    public void asWriter(Caller caller) {
        asReader(caller).asMember();
        if (blocked) {
            throw Refusal.of(Code.FORBIDDEN, "This person does not accept messages from you.");
        }
        refuseIfArchived();
        if (mute != null) {
            throw mute.refusal();
        }
    }

    /**
     * Checks whether the account may take back a reaction. Muted and blocked people may.
     *
     * @throws Refusal {@code not_member}, or {@code forbidden} if the room is archived
     */
    public void asWithdrawer(Caller caller) {
        asReader(caller).asMember();
        refuseIfArchived();
    }

    private void refuseIfArchived() {
        if (room.archived() && room.direct()) {
            throw Refusal.of(Code.FORBIDDEN, "The other person has deleted their account.");
        }
        if (room.archived()) {
            throw Refusal.of(Code.FORBIDDEN, "This room is archived.");
        }
    }

    /**
     * Checks whether the account may delete a message: its author may, and the room's staff. Archived rooms and slow
     * mode make no difference, and muted people may delete their own messages.
     *
     * @param own whether the account wrote the message
     * @throws Refusal {@code not_member}, {@code forbidden} or {@code muted}
     */
    public void asRemover(Caller caller, boolean own) {
        Visit visit = asReader(caller).asInsider();
        if (own) {
            return;
        }
        if (room.direct()) {
            throw Refusal.of(Code.FORBIDDEN, "You can delete only your own messages here.");
        }
        asStaff(visit);
    }

    /**
     * Checks whether the account may pin messages: the room's staff may, and both people of a private conversation.
     *
     * @throws Refusal {@code not_member}, {@code forbidden} or {@code muted}
     */
    public void asPinner(Caller caller) {
        if (room.direct()) {
            asWriter(caller);
        } else {
            asStaff(asReader(caller).asInsider());
        }
    }

    private void asStaff(Visit visit) {
        visit.as(Role.MODERATOR);
        if (mute != null) {
            throw mute.refusal();
        }
    }

    /** Whether slow mode does not apply to the account. */
    public boolean staff(Caller caller) {
        return caller.admin() || membership.role().above(Role.MEMBER);
    }
}
