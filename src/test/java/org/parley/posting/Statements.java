package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the statements that the server prepares. */
@ApplicationScoped
public class Statements {
    @PersistenceUnit(unitName = "parley")
    EntityManagerFactory factory;

    /** Of everybody, so nobody else may be at work meanwhile. A batch of inserts is one. */
    long during(Runnable work) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        // Switched on here, because the property has every session write its figures to the log.
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        work.run();
        long count = statistics.getPrepareStatementCount() - before;
        if (count == 0) {
            throw new AssertionError("Nothing was asked of the database, or nobody counts");
        }
        return count;
    }
}
