package org.parley.problems;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * What a failed statement means. Told by the vendor's code: exception classes and SQLStates differ between drivers, and
 * between two waits on one driver. MariaDB and MySQL have codes below 10 000, H2 above.
 */
public final class DatabaseTrouble {
    private static final Set<Integer> LOCK_WAITS = Set.of(1205, 50200);
    private static final Set<Integer> DEADLOCKS = Set.of(1213, 40001);
    /** H2 has closed itself, because its disk was full for instance. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);

    private static final Set<Integer> DUPLICATES = Set.of(1062, 23505);

    private DatabaseTrouble() {}

    /** A lock that did not come in time, or a deadlock: nothing was written, and another try may succeed. */
    public static boolean passing(Throwable failure) {
        int code = code(failure);
        return LOCK_WAITS.contains(code) || DEADLOCKS.contains(code);
    }

    /** A unique key has the value already. */
    public static boolean duplicate(Throwable failure) {
        return DUPLICATES.contains(code(failure));
    }

    /** The database was reached and refused something, in contrast to not answering at all. */
    public static boolean refusedStatement(Throwable failure) {
        return code(failure) != 0 && !CLOSED.contains(code(failure));
    }

    /** There was no connection to be had, or it broke, or nothing came through it: for that only H2 has a code. */
    public static boolean outOfReach(Throwable failure) {
        return sqlFailure(failure)
                .map(SQLException::getErrorCode)
                .filter(code -> code == 0 || CLOSED.contains(code))
                .isPresent();
    }

    private static int code(Throwable failure) {
        return sqlFailure(failure).map(SQLException::getErrorCode).orElse(0);
    }

    private static Optional<SQLException> sqlFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
