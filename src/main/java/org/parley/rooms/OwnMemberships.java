package org.parley.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.system.Paging;

/** The caller's rooms and conversations, roles and marks, for the download of their data. */
@ApplicationScoped
class OwnMemberships implements OwnData {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Visits visits;

    @Inject
    MembershipMarks marks;

    record MembershipRecord(
            String id,
            @JsonUnwrapped LogName log,
            String kind,
            String role,
            Instant joinedAt,
            @JsonProperty("notify") String notifyWhen,
            boolean favourite,
            long deliveredSeq,
            long readSeq,
            Long unreadFrom) {}

    @Override
    public String name() {
        return "rooms";
    }

    @Override
    public Page<MembershipRecord> records(Caller caller, Paging paging) {
        List<Long> found = entities.createQuery(
                        "select m.roomId from Membership m where m.accountId = :account and m.roomId > :after"
                                + " order by m.roomId",
                        Long.class)
                .setParameter("account", caller.accountId())
                .setParameter("after", paging.number())
                .setMaxResults(paging.limit() + 1)
                .getResultList();
        return new Page<>(
                visits.of(caller, paging.page(found)).stream()
                        .filter(Visit::member)
                        .sorted(Comparator.comparingLong(visit -> visit.room().id()))
                        .map(this::json)
                        .toList(),
                paging.next(found, String::valueOf));
    }

    private MembershipRecord json(Visit visit) {
        Membership membership = visit.membership();
        return new MembershipRecord(
                visit.room().wireId(),
                visit.logName(),
                visit.room().kind(),
                membership.role().wire(),
                membership.joinedAt(),
                membership.notifyWhen(),
                membership.favourite(),
                marks.deliveredSeq(membership),
                marks.readSeq(membership),
                membership.unreadFrom());
    }
}
