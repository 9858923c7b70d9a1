package org.parley.drafts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.messages.Log;
import org.parley.rooms.Door;
import org.parley.rooms.LogName;
import org.parley.rooms.Room;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/** The caller's drafts, for the download of their data. They show nothing of the messages that they reply to. */
@ApplicationScoped
class OwnDrafts implements OwnData {
    @Inject
    Drafts drafts;

    @Inject
    Door door;

    record DraftRecord(String roomId, @JsonUnwrapped LogName log, String body, Long replyTo, Instant updatedAt) {}

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public Page<DraftRecord> records(Caller caller, Paging paging) {
        List<Draft> found = drafts.page(caller.accountId(), paging.number(), paging.limit() + 1);
        List<Draft> page = paging.page(found);
        Map<Long, Visit> visits =
                door.member(caller, page.stream().map(Draft::roomId).toList());
        return new Page<>(
                page.stream()
                        .filter(draft -> visits.containsKey(draft.roomId()))
                        .map(draft -> json(draft, visits.get(draft.roomId()).logName()))
                        .toList(),
                paging.next(found, draft -> Long.toString(draft.roomId())));
    }

    private static DraftRecord json(Draft draft, LogName log) {
        Log.Place answers = draft.answers();
        return new DraftRecord(
                Room.wireId(draft.roomId()),
                log,
                draft.body(),
                answers == null ? null : answers.seq(),
                draft.updatedAt());
    }
}
