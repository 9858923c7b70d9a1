package org.parley.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.parley.files.DraftingFiles;
import org.parley.messages.Details;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Quotes;
import org.parley.rooms.MembershipRemains;

/** The stored drafts. A row is written only while the row of its membership is locked. */
@ApplicationScoped
class Drafts implements MembershipRemains {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Quotes quotes;

    @Inject
    DraftingFiles files;

    @Inject
    Clock clock;

    /** The row of this person, also of a deleted draft, or a new one that is not stored. */
    Draft row(long roomId, long accountId) {
        Draft stored = entities.find(Draft.class, new Draft.Key(roomId, accountId));
        return stored == null ? new Draft(roomId, accountId) : stored;
    }

    void keep(Draft draft) {
        if (!entities.contains(draft)) {
            entities.persist(draft);
        }
    }

    Optional<DraftJson> of(long roomId, long accountId) {
        return json(row(roomId, accountId));
    }

    /** Empty if it is deleted. */
    Optional<DraftJson> json(Draft draft) {
        return draft.deleted()
                ? Optional.empty()
                : Optional.of(DraftJson.of(
                        draft,
                        quote(draft.answers()),
                        files(draft.accountId(), List.of(draft)).getOrDefault(draft.roomId(), List.of())));
    }

    /** The files of a person's drafts, by room. */
    Map<Long, List<Details.Attachment>> files(long accountId, List<Draft> drafts) {
        return files.of(accountId, drafts.stream().map(Draft::roomId).toList());
    }

    /** @return whether it says something else than before */
    boolean write(Draft draft, NewDraft typed) {
        boolean otherFiles = files.put(draft.roomId(), draft.accountId(), typed.attachments());
        return draft.write(typed, otherFiles, clock.instant());
    }

    /** @return whether there was one */
    boolean delete(Draft draft) {
        files.put(draft.roomId(), draft.accountId(), List.of());
        return draft.delete(clock.instant());
    }

    /** What a draft shows of the message that it replies to; {@code null} if there is none. */
    LoggedMessage.Quote quote(Log.Place answered) {
        return answered == null ? null : quotes.at(List.of(answered)).get(answered);
    }

    Map<Log.Place, LoggedMessage.Quote> quotes(List<Draft> drafts) {
        return quotes.at(
                drafts.stream().map(Draft::answers).filter(Objects::nonNull).toList());
    }

    /** A person's drafts, in the order of the rooms' ids. */
    List<Draft> page(long accountId, long afterRoomId, int most) {
        return entities.createQuery(
                        "select d from Draft d where d.accountId = :account and d.roomId > :after"
                                + " and d.body is not null order by d.roomId",
                        Draft.class)
                .setParameter("account", accountId)
                .setParameter("after", afterRoomId)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public void forget(long roomId, long accountId) {
        delete(row(roomId, accountId));
    }
}
