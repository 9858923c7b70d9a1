package org.parley.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.accounts.AccountAdministered;
import org.parley.accounts.Users;
import org.parley.system.Ids;
import org.parley.system.Paging;

/** The audit log of administrators. Each entry is written in the transaction of the action. */
@ApplicationScoped
@Transactional
class AdminAudit {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Clock clock;

    void write(@Observes AccountAdministered done) {
        entities.persist(new AdminEntry(Ids.next(clock), done, clock.instant()));
    }

    record EntryJson(String action, String by, String target, Instant createdAt) {}

    record EntriesJson(List<EntryJson> entries, String next) {}

    /** A page, the newest entries first; two statements. */
    EntriesJson page(Paging paging) {
        List<AdminEntry> found = entities.createQuery(
                        "select e from AdminEntry e where e.id < :before order by e.id desc", AdminEntry.class)
                .setParameter("before", paging.before())
                .setMaxResults(paging.limit() + 1)
                .getResultList();
        List<AdminEntry> shown = paging.page(found);
        Set<Long> people = shown.stream()
                .flatMap(entry -> Stream.of(entry.byId(), entry.targetId()))
                .collect(Collectors.toSet());
        Map<Long, String> names = people.isEmpty() ? Map.of() : users.names(people);
        return new EntriesJson(
                shown.stream()
                        .map(entry -> new EntryJson(
                                entry.action(),
                                names.get(entry.byId()),
                                names.get(entry.targetId()),
                                entry.createdAt()))
                        .toList(),
                paging.next(found, entry -> Long.toString(entry.id())));
    }
}
