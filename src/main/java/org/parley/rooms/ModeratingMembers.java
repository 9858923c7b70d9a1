package org.parley.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.parley.accounts.Account;
import org.parley.accounts.Accounts;
import org.parley.accounts.Caller;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * Owners and moderators kick, ban and mute people. They do so under the room's lock, which every message takes too: a
 * message is either committed before, or refused.
 */
@ApplicationScoped
public class ModeratingMembers {
    @Inject
    Door door;

    @Inject
    Accounts accounts;

    @Inject
    Memberships memberships;

    @Inject
    Sanctions sanctions;

    @Inject
    MembershipMarks marks;

    @Inject
    Audit audit;

    @Inject
    Event<RoomChanged> changed;

    @Inject
    Event<SanctionImposed> ending;

    @Inject
    Event<MemberJoined> entered;

    @Inject
    Clock clock;

    /** A moderator and a target in a room. @param membership of the target, or {@code null} */
    private record Act(Visit actor, Account target, Membership membership) {
        Room room() {
            return actor.room();
        }
    }

    /**
     * Removes a member, who becomes a stranger.
     *
     * @param reason {@code null} for none; shown to the removed person and written to the audit log
     * @throws Refusal {@code not_found} if the person is not a member; {@code forbidden}; {@code conflict} for the last
     *     owner
     */
    public void kick(Caller caller, String room, String username, String reason) {
        door.permit(caller, room, visit -> actOnMember(visit, username)).run(act -> {
            spareAdmins(act);
            memberships.remove(act.membership());
            tell(act, SystemAction.KICK, null, reason);
        });
    }

    /**
     * Bans or mutes a person, or gives an existing ban or mute a new reason or end. If nothing changes, nothing is
     * recorded.
     *
     * @throws Refusal {@code not_found}, {@code forbidden}, {@code conflict} for the last owner
     */
    public Sanction impose(Caller caller, String room, Sanction.Kind kind, NewSanctionJson.Judged asked) {
        return door.permit(caller, room, visit -> act(visit, asked.username())).get(act -> impose(act, kind, asked));
    }

    private Sanction impose(Act act, Sanction.Kind kind, NewSanctionJson.Judged asked) {
        spareAdmins(act);
        Optional<Sanction> existing = sanctions.of(act.room().id(), act.target().id(), kind);
        if (existing.isPresent() && existing.get().same(asked.reason(), asked.until())) {
            return existing.get();
        }
        Sanction sanction = existing.orElseGet(
                () -> new Sanction(act.room().id(), act.target().id(), kind));
        sanction.impose(asked.reason(), asked.until(), act.actor().caller().accountId(), clock.instant());
        if (kind == Sanction.Kind.BAN && knows(act)) {
            sanction.know();
        }
        if (kind == Sanction.Kind.BAN && act.membership() != null) {
            Membership suspended = act.membership();
            sanction.suspend(suspended, marks.deliveredSeq(suspended), marks.readSeq(suspended));
            memberships.remove(suspended);
        }
        if (existing.isEmpty()) {
            sanctions.add(sanction);
        }
        if (asked.until() != null) {
            ending.fire(new SanctionImposed(sanction.key(), asked.until()));
        }
        tell(act, kind.action(), asked.until(), asked.reason());
        return sanction;
    }

    /** Whether the person may know of the room. Nothing is kept about people who left a private room themselves. */
    private boolean knows(Act act) {
        return act.membership() != null
                || act.room().publicRoom()
                || audit.kicked(act.room().id(), act.target().id());
    }

    /** Ends a ban or a mute, if there is one. */
    void lift(Caller caller, String room, Sanction.Kind kind, String username) {
        door.permit(caller, room, visit -> act(visit, username)).run(act -> sanctions
                .of(act.room().id(), act.target().id(), kind)
                .ifPresent(sanction -> {
                    end(act.room(), sanction);
                    tell(act, kind.end(), null, null);
                }));
    }

    /** Ends a sanction whose time is over, without telling anybody. Another server may already have ended it. */
    void endIfOver(Room locked, Sanction.Key key) {
        sanctions.of(key).filter(sanction -> sanction.over(clock)).ifPresent(sanction -> end(locked, sanction));
    }

    private void end(Room room, Sanction sanction) {
        sanctions.remove(sanction);
        if (sanction.suspends()) {
            memberships.restore(room, sanction);
            entered.fire(new MemberJoined(room.id(), sanction.accountId()));
        }
    }

    private Act actOnMember(Visit entered, String username) {
        Act act = found(entered, username);
        if (act.membership() == null) {
            throw Refusal.notFound();
        }
        judge(act);
        return act;
    }

    private Act act(Visit entered, String username) {
        Act act = found(entered, username);
        judge(act);
        return act;
    }

    /** Looks for the target before it checks the right. */
    private Act found(Visit entered, String username) {
        Account target = accounts.byName(username).orElseThrow(Refusal::notFound);
        Visit actor = entered.asInsider();
        return new Act(
                actor, target, memberships.of(actor.room().id(), target.id()).orElse(null));
    }

    private static void judge(Act act) {
        act.actor().as(Role.MODERATOR);
        boolean self = act.target().id() == act.actor().caller().accountId();
        boolean below = act.membership() == null || act.actor().actsOn(act.membership());
        if (self || !below) {
            throw tooHigh();
        }
    }

    /** Protects administrators of the server, who stand above owners. A sanction from before may be lifted. */
    private static void spareAdmins(Act act) {
        if (act.target().admin()) {
            throw tooHigh();
        }
    }

    private static Refusal tooHigh() {
        return Refusal.of(Code.FORBIDDEN, "Your role in this room does not allow this.");
    }

    private void tell(Act act, SystemAction action, Instant until, String reason) {
        changed.fire(new RoomChanged(
                act.room().id(),
                act.actor().caller().accountId(),
                action,
                act.target().id(),
                until,
                reason));
    }
}
