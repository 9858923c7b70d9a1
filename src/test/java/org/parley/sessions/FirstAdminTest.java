package org.parley.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Account;
import org.parley.harness.Tables;
import org.parley.system.Transactions;
import org.parley.texts.Names;

/** Whether there is an administrator, which everybody may ask; on the table of {@code sql/}. */
class FirstAdminTest {
    private final SessionFactory factory = Tables.sessions("first-admin", Account.class);

    @Test
    void the_database_is_not_asked_again_when_there_is_an_administrator() {
        try (Session session = factory.openSession()) {
            FirstAdmin firstAdmin = firstAdmin(session);
            assertTrue(firstAdmin.needed());
            assertTrue(firstAdmin.needed());
            Account root = new Account(1, Names.username("username", "root"), "", Instant.EPOCH);
            root.admin(true);
            session.persist(root);
            assertFalse(firstAdmin.needed());
            factory.getStatistics().setStatisticsEnabled(true);
            assertFalse(firstAdmin.needed());
            assertEquals(0, factory.getStatistics().getPrepareStatementCount());
        }
        factory.close();
    }

    private static FirstAdmin firstAdmin(Session session) {
        FirstAdmin firstAdmin = new FirstAdmin();
        firstAdmin.entities = session;
        firstAdmin.transactions = new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                session.beginTransaction();
                try {
                    return work.get();
                } finally {
                    session.getTransaction().commit();
                }
            }
        };
        return firstAdmin;
    }
}
