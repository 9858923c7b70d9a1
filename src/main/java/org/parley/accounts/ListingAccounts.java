package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.problems.Refusal;
import org.parley.system.Paging;

/** Lists the accounts for administrators, with two statements for a page. */
@ApplicationScoped
@Transactional
public class ListingAccounts {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Accounts accounts;

    @Inject
    Users users;

    public record AccountsJson(List<AccountJson> users, String next) {}

    /** @param which {@code null} or {@code all}, {@code disabled}, or {@code admin} for administrators */
    public AccountsJson page(String query, String which, Paging paging) {
        String text = query == null ? "" : query.strip();
        List<Account> found = accounts.search(text, condition(which), paging.after(), paging.limit() + 1);
        return new AccountsJson(of(paging.page(found)), paging.next(found, Account::usernameFolded));
    }

    private static String condition(String which) {
        return switch (which == null ? "all" : which) {
            case "all" -> "";
            case "disabled" -> " and a.disabledAt is not null";
            case "admin" -> " and a.role = 'admin'";
            default -> throw Refusal.invalid("filter", "must be one of all, disabled, admin");
        };
    }

    private List<AccountJson> of(Collection<Account> found) {
        Map<Long, UserJson> known = users.of(found.stream().map(Account::id).collect(Collectors.toSet()));
        return found.stream()
                .map(account -> AccountJson.of(known.get(account.id()), account.disabled()))
                .toList();
    }

    /** @throws Refusal {@code not_found} if no account has the name */
    public AccountJson one(String username) {
        return of(List.of(accounts.byName(username).orElseThrow(Refusal::notFound)))
                .get(0);
    }

    /**
     * Figures about all accounts.
     *
     * @param disabled accounts that cannot sign in
     * @param online people who have an open socket on any server
     * @param sockets the number of open sockets of these people
     */
    public record Counts(long accounts, long disabled, long admins, long online, long sockets) {}

    /** Runs two statements. */
    public Counts counts() {
        Object[] all = entities.createQuery(
                        """
                        select count(a), count(a.disabledAt), count(case when a.role = 'admin' then 1 end)
                        from Account a where a.username is not null""",
                        Object[].class)
                .getSingleResult();
        Object[] there = entities.createQuery(
                        "select count(distinct s.accountId), count(s) from OpenSocket s", Object[].class)
                .getSingleResult();
        return new Counts((Long) all[0], (Long) all[1], (Long) all[2], (Long) there[0], (Long) there[1]);
    }
}
