package org.parley.rooms;

import java.util.HashMap;
import java.util.Map;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * What the door let through: the room, and how the caller belongs to it.
 *
 * @param membership {@code null} for a stranger who may read, and for a server admin who is no member
 * @param peer username of the other of a private conversation, else {@code null}
 * @param ban {@code null} of everyone whom the door lets through
 */
public record Visit(Caller caller, Room room, Membership membership, String peer, Sanction ban) {
    Visit(Caller caller, Room room, Membership membership) {
        this(caller, room, membership, null, null);
    }

    /** What the caller calls the room's log. */
    public LogName logName() {
        return room.direct() ? LogName.with(peer) : LogName.room(room.name());
    }

    /** Of the two of a private conversation, by account id. */
    public Map<Long, String> usernames() {
        Map<Long, String> usernames = new HashMap<>();
        usernames.put(room.pair().other(caller.accountId()), peer);
        usernames.put(caller.accountId(), caller.username());
        return usernames;
    }

    public boolean member() {
        return membership != null;
    }

    /** Whether the room is there for the caller at all; of conversations an admin knows no more than anyone. */
    public boolean visible() {
        boolean known = ban != null && ban.known();
        return member() || known || room.publicRoom() || (caller.admin() && !room.direct());
    }

    /** This visit, of one who may enter at all; who may not is told so where the room is there for them. */
    Visit admitted() {
        if (room.gone() || !visible()) {
            throw Refusal.notFound();
        }
        if (ban != null) {
            throw ban.refusal();
        }
        return this;
    }

    /** A public room without a password may be read by anyone signed in, every other only by members and admins; no one banned. */
    public boolean mayRead() {
        return ban == null && (insider() || (room.publicRoom() && !room.hasPassword()));
    }

    /** A member, or an admin of the server, who sees what members see without being one. */
    boolean insider() {
        return member() || (caller.admin() && !room.direct());
    }

    /** Whether the caller may do what this role may. */
    boolean actsAs(Role role) {
        return insider() && (caller.admin() || !role.above(membership.role()));
    }

    /** Roles act only downwards; an admin of the server stands above owners. */
    boolean actsOn(Membership target) {
        return insider() && (caller.admin() || membership.role().above(target.role()));
    }

    boolean self(Membership target) {
        return caller.accountId() == target.accountId();
    }

    /** This visit, of one who may read. */
    public Visit asReader() {
        return mayRead() ? this : refuseStranger();
    }

    /** This visit, of a member. */
    Visit asMember() {
        return member() ? this : refuseStranger();
    }

    /** This visit, of one who may see the room from within. */
    public Visit asInsider() {
        return insider() ? this : refuseStranger();
    }

    /** This visit, of one who may do what the role may; a stranger learns first that they are one. */
    public Visit as(Role role) {
        if (!asInsider().actsAs(role)) {
            throw Refusal.of(Code.FORBIDDEN, "Your role in this room does not reach that far.");
        }
        return this;
    }

    private static Visit refuseStranger() {
        throw Refusal.of(Code.NOT_MEMBER, "You are no member of this room.");
    }
}
