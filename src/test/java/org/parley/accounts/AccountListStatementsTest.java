package org.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;
import org.parley.presence.OpenSocket;
import org.parley.presence.Presence;
import org.parley.presence.Sighting;
import org.parley.system.Paging;
import org.parley.texts.Names;

/** Counts the statements of the administrators' lists, on the tables of {@code sql/}. */
class AccountListStatementsTest {
    private static SessionFactory factory;

    @BeforeAll
    static void open() {
        factory = Tables.sessions("accounts", Account.class, Sighting.class, OpenSocket.class);
        // Switched on here: the Hibernate property would write each session's figures to the log.
        factory.getStatistics().setStatisticsEnabled(true);
        factory.inTransaction(session -> {
            for (int i = 0; i < 120; i++) {
                session.persist(new Account(i + 1, Names.username("name", "person" + i), "", Instant.EPOCH));
            }
        });
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @Test
    void a_page_costs_two_statements_however_many_accounts_it_has() {
        for (int limit : List.of(1, 10, 100)) {
            try (Session session = factory.openSession()) {
                factory.getStatistics().clear();
                ListingAccounts.AccountsJson page =
                        listing(session).page("person", "all", Paging.of(Integer.toString(limit), null));
                assertEquals(limit, page.users().size());
                assertEquals(2, factory.getStatistics().getPrepareStatementCount());
            }
        }
    }

    @Test
    void figures_cost_two_statements() {
        try (Session session = factory.openSession()) {
            factory.getStatistics().clear();
            assertEquals(
                    new ListingAccounts.Counts(120, 0, 0, 0, 0),
                    listing(session).counts());
            assertEquals(2, factory.getStatistics().getPrepareStatementCount());
        }
    }

    private static ListingAccounts listing(Session session) {
        ListingAccounts listing = new ListingAccounts();
        listing.entities = session;
        listing.accounts = new Accounts();
        listing.accounts.entities = session;
        listing.users = new Users();
        listing.users.entities = session;
        listing.users.presence = accountId -> Presence.State.OFFLINE;
        return listing;
    }
}
