package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.system.Reads;
import org.parley.texts.Name;
import org.parley.texts.Names;

/** Finds accounts by id and by name. */
@ApplicationScoped
public class Accounts {
    /** More than any name has, even if each letter takes two UTF-16 units. */
    private static final int MOST_SOUGHT = 128;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Reads reads;

    public void add(Account account) {
        entities.persist(account);
        // Flush here, before the commit, so that a name taken meanwhile can be told from other failures.
        entities.flush();
    }

    public Optional<Account> byId(long id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** Locks the account's row until the transaction ends. */
    public Account lock(long id) {
        return entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The account of this name. A deleted one is not found.
     *
     * @param typed a name in any case and width; text that cannot be a name finds nothing
     */
    public Optional<Account> byName(String typed) {
        return ofName(typed).filter(account -> !account.deleted());
    }

    /** Whether the name belonged to an account that is deleted. */
    public boolean deleted(String typed) {
        return ofName(typed).filter(Account::deleted).isPresent();
    }

    private Optional<Account> ofName(String typed) {
        return reads
                .get(session -> session.createQuery("from Account a where a.usernameFolded = :folded", Account.class)
                        .setParameter("folded", Names.folded(typed))
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** The accounts with these folded names, the oldest first, with one statement. Unknown names are left out. */
    public List<Account> byNames(Collection<String> folded) {
        return entities.createQuery(
                        "from Account a where a.usernameFolded in :folded and a.username is not null order by a.id",
                        Account.class)
                .setParameter("folded", folded)
                .getResultList();
    }

    public boolean taken(Name name) {
        return entities.createQuery(
                                """
                                select count(a) from Account a
                                where a.usernameFolded = :folded or a.usernameSkeleton = :skeleton""",
                                Long.class)
                        .setParameter("folded", name.folded())
                        .setParameter("skeleton", name.skeleton())
                        .getSingleResult()
                > 0;
    }

    /**
     * Accounts whose username or display name contains the text, ordered by username.
     *
     * @param after the folded username after which to begin, or {@code null}
     * @param limit the most accounts to return
     */
    List<Account> search(String text, String after, int limit) {
        return search(text, "", after, limit);
    }

    /** @param condition one more condition on the account {@code a} that begins with {@code and}, or an empty text */
    List<Account> search(String text, String condition, String after, int limit) {
        if (text.length() > MOST_SOUGHT) {
            return List.of();
        }
        return entities.createQuery(
                        """
                        from Account a
                        where a.usernameFolded > :after and a.username is not null
                        and (a.usernameFolded like :name escape '!' or lower(a.displayName) like :display escape '!')
                        """
                                + condition + " order by a.usernameFolded",
                        Account.class)
                .setParameter("after", after == null ? "" : after)
                .setParameter("name", containing(Names.folded(text)))
                .setParameter("display", containing(text.toLowerCase(Locale.ROOT)))
                .setMaxResults(limit)
                .getResultList();
    }

    private static String containing(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }
}
