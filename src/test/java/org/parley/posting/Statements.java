package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.function.ToLongFunction;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the statements that the server prepares. */
@ApplicationScoped
public class Statements {
    static final int TIMES = 3;

    @PersistenceUnit(unitName = "parley")
    EntityManagerFactory factory;

    /**
     * Counts the statements of work that costs the same each time. They are counted for the whole server, whose own
     * jobs also ask the database; so the work runs three times, and the lowest count is taken. A batch of inserts
     * counts as one.
     */
    long during(Runnable work) {
        long least = least(work, Statistics::getPrepareStatementCount);
        if (least == 0) {
            throw new AssertionError("Nothing was asked of the database, or nobody counts");
        }
        return least;
    }

    /** Counts the transactions in the same way. */
    long transactionsDuring(Runnable work) {
        return least(work, Statistics::getTransactionCount);
    }

    private long least(Runnable work, ToLongFunction<Statistics> count) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        // Switched on here: the Hibernate property would write each session's figures to the log.
        statistics.setStatisticsEnabled(true);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long before = count.applyAsLong(statistics);
            work.run();
            least = Math.min(least, count.applyAsLong(statistics) - before);
        }
        return least;
    }
}
