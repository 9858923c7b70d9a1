package org.parley.drafts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.parley.accounts.Caller;
import org.parley.messages.Details;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.LogName;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/** Shows a person's drafts to that person. Only members of a room have one there. */
@ApplicationScoped
class ListingDrafts {
    @Inject
    Door door;

    @Inject
    Drafts drafts;

    /** A draft and the room or conversation that it is for. */
    record PlacedDraft(@JsonUnwrapped LogName log, @JsonUnwrapped DraftJson draft) {}

    record DraftsJson(List<PlacedDraft> drafts, String next) {}

    /** @throws Refusal {@code not_found}, also if there is no draft; {@code not_member} */
    @Transactional
    DraftJson one(Caller caller, RoomKey key) {
        return door.readFirst(caller, key, roomId -> drafts.of(roomId, caller.accountId()), Visit::asMember)
                .found()
                .flatMap(Function.identity())
                .orElseThrow(Refusal::notFound);
    }

    @Transactional
    DraftsJson page(Caller caller, Paging paging) {
        List<Draft> found = drafts.page(caller.accountId(), paging.number(), paging.limit() + 1);
        List<Draft> page = paging.page(found);
        Map<Log.Place, LoggedMessage.Quote> quotes = drafts.quotes(page);
        Map<Long, List<Details.Attachment>> files = drafts.files(caller.accountId(), page);
        Map<Long, Visit> visits =
                door.member(caller, page.stream().map(Draft::roomId).toList());
        return new DraftsJson(
                page.stream()
                        .flatMap(draft -> Optional.ofNullable(visits.get(draft.roomId())).stream()
                                .map(visit -> new PlacedDraft(
                                        visit.logName(),
                                        DraftJson.of(
                                                draft,
                                                quotes.get(draft.answers()),
                                                files.getOrDefault(draft.roomId(), List.of())))))
                        .toList(),
                paging.next(found, draft -> Long.toString(draft.roomId())));
    }
}
