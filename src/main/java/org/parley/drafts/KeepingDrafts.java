package org.parley.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.accounts.Caller;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.Memberships;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;
import org.parley.system.Transactions;

/**
 * Stores and deletes drafts of members. A draft is its author's alone, so this locks the row of the membership and not
 * the room: two devices write one after the other, and nothing is stored for a person who is being removed.
 */
@ApplicationScoped
class KeepingDrafts {
    @Inject
    Door door;

    @Inject
    Memberships memberships;

    @Inject
    Drafts drafts;

    @Inject
    Heads heads;

    @Inject
    Transactions transactions;

    @Inject
    Event<DraftChanged> changed;

    /**
     * @throws Refusal {@code not_found}, also if the conversation has not begun; {@code not_member};
     *     {@code invalid_request} for a reply to nothing; {@code not_found} for the file of
     *     another; {@code conflict} if the stored draft has another revision
     */
    DraftJson write(Caller caller, RoomKey key, NewDraft typed) {
        Visit visit = member(caller, key);
        judgeReply(visit.room().id(), typed.replyTo());
        return change(visit, typed.revision(), draft -> drafts.write(draft, typed))
                .orElseThrow();
    }

    /**
     * Deletes the draft, if there is one.
     *
     * @param revision that the stored draft must have, or {@code null} for any
     * @throws Refusal as above
     */
    void delete(Caller caller, RoomKey key, Long revision) {
        change(member(caller, key), revision, drafts::delete);
    }

    private Visit member(Caller caller, RoomKey key) {
        Visit visit = door.member(caller, key);
        if (visit.room().unmade()) {
            throw Refusal.notFound();
        }
        return visit;
    }

    private void judgeReply(long roomId, Long replyTo) {
        if (replyTo != null && (replyTo > heads.of(roomId) || drafts.quote(new Log.Place(roomId, replyTo)) == null)) {
            throw Refusal.invalid("replyTo", "must be the number of a message of this room");
        }
    }

    /** @param deed says whether it has changed the draft; if not, nobody is told */
    private Optional<DraftJson> change(Visit visit, Long revision, Predicate<Draft> deed) {
        long roomId = visit.room().id();
        Caller caller = visit.caller();
        return transactions.run(() -> {
            if (!memberships.lock(roomId, caller.accountId())) {
                throw removed(caller, roomId);
            }
            Draft draft = drafts.row(roomId, caller.accountId());
            if (revision != null && revision != draft.revision()) {
                throw Refusal.of(Code.CONFLICT, "This draft was changed on another device.")
                        .with("draft", drafts.json(draft).orElse(null));
            }
            boolean news = deed.test(draft);
            Optional<DraftJson> now = drafts.json(draft);
            if (news) {
                drafts.keep(draft);
                changed.fire(new DraftChanged(caller.accountId(), visit.logName(), now.orElse(null)));
            }
            return now;
        });
    }

    /** The person was removed after the door had let them in. It says now why; or they are back already. */
    private Refusal removed(Caller caller, long roomId) {
        door.member(caller, roomId);
        return Refusal.unavailable();
    }
}
