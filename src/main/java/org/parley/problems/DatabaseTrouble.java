package org.parley.problems;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Classifies a failed statement by the vendor's error code. Exception classes and SQLStates are no use: they differ
 * between drivers, and even between two kinds of wait on one driver. Codes of MariaDB and MySQL are below 10 000, those
 * of H2 above.
 */
public final class DatabaseTrouble {
    private static final Set<Integer> LOCK_WAITS = Set.of(1205, 50200);
    private static final Set<Integer> DEADLOCKS = Set.of(1213, 40001);
    /** H2 has closed itself, for example because the disk was full. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);

    private static final Set<Integer> DUPLICATES = Set.of(1062, 23505);

    private DatabaseTrouble() {}

    /** A lock timeout or a deadlock: nothing was written, and another try may succeed. */
    static boolean passing(Throwable failure) {
        int code = code(failure);
        return LOCK_WAITS.contains(code) || DEADLOCKS.contains(code);
    }

    /** A unique key already has the value. */
    public static boolean duplicate(Throwable failure) {
        return DUPLICATES.contains(code(failure));
    }

    /** The database answered and refused the statement. */
    public static boolean refusedStatement(Throwable failure) {
        return code(failure) != 0 && !CLOSED.contains(code(failure));
    }

    /** There was no connection, or it broke or timed out. Only H2 has a code for this. */
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
