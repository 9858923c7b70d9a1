package org.parley.rooms;

import java.util.HashMap;
import java.util.Map;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * The result of passing the door: the room, and how the caller belongs to it.
 *
 * @param membership {@code null} for a stranger who may read, and for a server administrator who is not a member
 * @param peer the username of the other person of a private conversation; {@code null} if that account is deleted, and
 *     for a room
 * @param ban {@code null} for everybody whom the door lets in
 */
public record Visit(Caller caller, Room room, Membership membership, String peer, Sanction ban) {
    Visit(Caller caller, Room room, Membership membership) {
        this(caller, room, membership, null, null);
    }

    /** The caller's name for the room's log. A conversation with a deleted account is called by its id. */
    public LogName logName() {
        return room.direct() ? LogName.with(peer == null ? room.wireId() : peer) : LogName.room(room.name());
    }

    /** The usernames of the two people of a private conversation, by account id. A deleted account has {@code null}. */
    public Map<Long, String> usernames() {
        Map<Long, String> usernames = new HashMap<>();
        usernames.put(room.pair().other(caller.accountId()), peer);
        usernames.put(caller.accountId(), caller.username());
        return usernames;
    }

    public boolean member() {
        return membership != null;
    }

    /** Whether the caller may know that the room exists. Administrators have no special right to see conversations. */
    public boolean visible() {
        boolean known = ban != null && ban.known();
        return member() || known || room.publicRoom() || (caller.admin() && !room.direct());
    }

    /**
     * Returns this visit if the caller may enter. A banned caller is told about the ban only if they may know of the
     * room.
     */
    Visit admitted() {
        if (room.gone() || !visible()) {
            throw Refusal.notFound();
        }
        if (ban != null) {
            throw ban.refusal();
        }
        return this;
    }

    /**
     * Any signed-in person may read a public room without a password; other rooms only members and administrators.
     * Banned people may read nothing.
     */
    public boolean mayRead() {
        return ban == null && (insider() || (room.publicRoom() && !room.hasPassword()));
    }

    /** Whether the caller is a member, or an administrator of the server, who sees what members see. */
    boolean insider() {
        return member() || (caller.admin() && !room.direct());
    }

    /** Whether the caller may do what this role may. */
    boolean actsAs(Role role) {
        return insider() && (caller.admin() || !role.above(membership.role()));
    }

    /** Whether the caller stands above the target. Administrators of the server stand above owners. */
    boolean actsOn(Membership target) {
        return insider() && (caller.admin() || membership.role().above(target.role()));
    }

    boolean self(Membership target) {
        return caller.accountId() == target.accountId();
    }

    /** Returns this visit if the caller may read. */
    public Visit asReader() {
        return mayRead() ? this : refuseStranger();
    }

    /** Returns this visit if the caller is a member. */
    public Visit asMember() {
        return member() ? this : refuseStranger();
    }

    /** Returns this visit if the caller may see what members see. */
    public Visit asInsider() {
        return insider() ? this : refuseStranger();
    }

    /** Returns this visit if the caller may do what the role may. A stranger gets {@code not_member}. */
    public Visit as(Role role) {
        if (!asInsider().actsAs(role)) {
            throw Refusal.of(Code.FORBIDDEN, "Your role in this room does not allow this.");
        }
        return this;
    }

    private static Visit refuseStranger() {
        throw Refusal.of(Code.NOT_MEMBER, "You are not a member of this room.");
    }
}
