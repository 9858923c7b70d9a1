package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.texts.Name;
import org.parley.texts.Names;

/** The accounts, by id and by name. */
@ApplicationScoped
public class Accounts {
    /** Longer than any name with letters of two UTF-16 units each. */
    private static final int MOST_SOUGHT = 128;

    @PersistenceContext
    EntityManager entities;

    public void add(Account account) {
        entities.persist(account);
        // Here and not at the commit, so that a name that was taken meanwhile is told from any other failure.
        entities.flush();
    }

    public Optional<Account> byId(long id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** Nothing of it changes until the transaction ends. */
    public Account lock(long id) {
        return entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param typed a name in any case and width; what cannot be a name finds nothing */
    public Optional<Account> byName(String typed) {
        return entities.createQuery("from Account a where a.usernameFolded = :folded", Account.class)
                .setParameter("folded", Names.folded(typed))
                .getResultStream()
                .findFirst();
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
     * Those whose username or display name contains the text, by username.
     *
     * @param after the folded username after which to begin, or {@code null}
     * @param limit how many at most
     */
    List<Account> search(String text, String after, int limit) {
        return search(text, "", after, limit);
    }

    /** @param condition a further one of the account {@code a}, beginning with {@code and}, or nothing */
    List<Account> search(String text, String condition, String after, int limit) {
        if (text.length() > MOST_SOUGHT) {
            return List.of();
        }
        return entities.createQuery(
                        """
                        from Account a
                        where a.usernameFolded > :after
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
