package org.parley.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LastingFailureTest {
    private final RecordedLog log = new RecordedLog();
    private long now = -1;
    private final LastingFailure failure = new LastingFailure(log, "It waits", () -> now);

    @Test
    void a_failure_whose_next_try_succeeds_is_not_told() {
        for (int i = 0; i < 3; i++) {
            failure.failed(new IllegalStateException());
            failure.succeeded();
        }
        assertEquals(List.of(), log.told());
    }

    @Test
    void a_failure_that_lasts_is_told_once_a_minute() {
        failure.failed(new IllegalStateException());
        failure.failed(new IllegalStateException());
        failure.failed(new IllegalStateException());
        assertEquals(List.of("WARNING It waits"), log.told());
        now += TimeUnit.SECONDS.toNanos(59);
        failure.failed(new IllegalStateException());
        assertEquals(1, log.told().size());
        now += TimeUnit.SECONDS.toNanos(1);
        failure.failed(new IllegalStateException());
        failure.failed(new IllegalStateException());
        assertEquals(2, log.told().size());
    }

    @Test
    void one_that_comes_and_goes_is_not_told_more_often() {
        for (int i = 0; i < 10; i++) {
            failure.failed(new IllegalStateException());
            failure.failed(new IllegalStateException());
            failure.succeeded();
        }
        assertEquals(1, log.told().size());
    }

    @Test
    void an_error_is_told_at_once() {
        failure.failed(new NoClassDefFoundError());
        failure.failed(new NoClassDefFoundError());
        assertEquals(List.of("ERROR It waits"), log.told());
    }

    @Test
    void an_outage_of_the_database_has_a_line_of_its_own() {
        failure.failed(new IllegalStateException(new SQLException("no connection")));
        failure.failed(new IllegalStateException(new SQLException("no connection")));
        assertEquals(List.of(), log.told());
    }

    @Test
    void an_outage_has_no_trace_where_work_goes_on_by_itself() {
        Failures.log(log, "It goes on", new IllegalStateException(new SQLException("no connection")));
        assertEquals(List.of(), log.told());
        Failures.log(log, "It goes on", new IllegalStateException("what nobody expected"));
        assertEquals(List.of("ERROR It goes on"), log.told());
    }
}
