package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.presence.Presence;
import org.parley.system.KeyTable;

/** Loads people as others see them, many with one statement. */
@ApplicationScoped
@Transactional
public class Users {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Presence presence;

    @Inject
    Clock clock;

    /** People by account id, with one statement. Unknown ids are left out. */
    public Map<Long, UserJson> of(Collection<Long> accountIds) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        // Hibernate translates a query with a list each time, and every new socket asks for one person.
        boolean one = accountIds.size() == 1;
        return entities.createQuery(
                        "select a, s.seenAt from Account a left join Sighting s on s.accountId = a.id where a.id "
                                + (one ? "= :ids" : "in :ids"),
                        Object[].class)
                .setParameter("ids", one ? accountIds.iterator().next() : accountIds)
                .getResultStream()
                .collect(
                        Collectors.toMap(row -> ((Account) row[0]).id(), row -> user((Account) row[0], (Long) row[1])));
    }

    /**
     * The person of this session, with one statement. Empty if the session has ended or expired, or the account is
     * disabled.
     */
    public Optional<UserJson> signedIn(UUID sessionId) {
        return entities
                .createQuery(
                        """
                        select a, s.seenAt from LoginSession l join Account a on a.id = l.accountId
                        left join Sighting s on s.accountId = a.id
                        where l.id = :id and l.endedAt is null and l.expiresAt > :now and a.disabledAt is null""",
                        Object[].class)
                .setParameter("id", sessionId)
                .setParameter("now", clock.millis())
                .getResultList()
                .stream()
                .map(row -> user((Account) row[0], (Long) row[1]))
                .findFirst();
    }

    /** Whether an administrator has disabled the account. */
    public boolean disabled(long accountId) {
        Account account = entities.find(Account.class, accountId);
        return account != null && account.disabled() && !account.deleted();
    }

    /** Usernames by account id. Deleted accounts are left out. */
    public Map<Long, String> names(Collection<Long> accountIds) {
        return entities.createQuery(
                        "select a.id, a.username from Account a where a.id in :ids and a.username is not null",
                        Object[].class)
                .setParameter("ids", KeyTable.padded(accountIds))
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    public UserJson of(Account account) {
        return of(List.of(account.id())).get(account.id());
    }

    /** In the order of the accounts. */
    List<UserJson> of(List<Account> accounts) {
        Map<Long, UserJson> users = of(accounts.stream().map(Account::id).collect(Collectors.toSet()));
        return accounts.stream().map(account -> users.get(account.id())).toList();
    }

    private UserJson user(Account account, Long seenAt) {
        if (account.deleted()) {
            return UserJson.of(account, Presence.State.OFFLINE, null);
        }
        return UserJson.of(account, presence.of(account.id()), seenAt == null ? null : Instant.ofEpochMilli(seenAt));
    }
}
