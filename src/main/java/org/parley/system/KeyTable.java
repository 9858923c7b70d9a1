package org.parley.system;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Passes many composite keys to one native query, as a derived table to join with. H2 answers IN or OR over pairs by a
 * scan: seconds over a million rows, against milliseconds with a join.
 *
 * <p>The column types come from a first row of constants, which matches nothing. A CAST of each value is no option:
 * SIGNED has 32 bits on H2 and 64 bits on MariaDB and MySQL.
 *
 * <p>The list is padded with its last row to one of a few sizes, so that the database sees few different statements. So
 * the query must tolerate a key that occurs twice.
 */
public final class KeyTable {
    /** A constant that no row has, written so that every database infers the right column type. */
    public enum Type {
        NUMBER("-9000000000000000000"),
        UUID("CAST(NULL AS BINARY(16))"),
        TEXT("CAST(NULL AS CHAR(256))");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }
    }

    /** The most keys that one statement may get. */
    public static final int MOST_IN_STATEMENT = 500;

    private final List<String> columns;
    private final List<Type> types;
    private final List<Object[]> rows = new ArrayList<>();

    private KeyTable(List<String> columns, List<Type> types) {
        this.columns = columns;
        this.types = types;
    }

    public static KeyTable of(String column, Type type, String second, Type secondType) {
        return new KeyTable(List.of(column, second), List.of(type, secondType));
    }

    public static KeyTable of(String column, Type type, String second, Type secondType, String third, Type thirdType) {
        return new KeyTable(List.of(column, second, third), List.of(type, secondType, thirdType));
    }

    public KeyTable add(Object... values) {
        rows.add(values);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * The SQL of the derived table without its alias. Add at least one row first.
     *
     * @param entities runs the query; its database decides on the form
     */
    public String table(EntityManager entities) {
        return h2(entities) ? values() : union();
    }

    static boolean h2(EntityManager entities) {
        return entities.getEntityManagerFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof H2Dialect;
    }

    /**
     * For H2. In a union, H2 keeps with each SELECT a copy of all that stands before it, and it keeps the last eight
     * statements of each connection: a union of 512 rows held 43 MiB and took 1.7 s to parse.
     */
    String values() {
        String constants = types.stream().map(type -> type.sql).collect(Collectors.joining(", "));
        String row = ", (?" + ", ?".repeat(columns.size() - 1) + ")";
        return "(SELECT * FROM (VALUES (" + constants + ")" + row.repeat(padded(rows.size())) + ") k("
                + String.join(", ", columns) + "))";
    }

    /** For MariaDB and MySQL, whose forms of VALUES differ. */
    String union() {
        StringBuilder constants = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            constants
                    .append(i == 0 ? "" : ", ")
                    .append(types.get(i).sql)
                    .append(" AS ")
                    .append(columns.get(i));
        }
        String row = " UNION ALL SELECT ?" + ", ?".repeat(columns.size() - 1);
        return "(SELECT " + constants + row.repeat(padded(rows.size())) + ")";
    }

    /**
     * Binds the values to the query.
     *
     * @param position of the table's first parameter in the query, from 1
     * @return the position of the next parameter
     */
    public int bind(Query query, int position) {
        int next = position;
        for (int i = 0; i < padded(rows.size()); i++) {
            for (Object value : rows.get(Math.min(i, rows.size() - 1))) {
                query.setParameter(next++, value);
            }
        }
        return next;
    }

    /** Passes the elements on in parts of some hundreds, as many as one statement may get. */
    public static <T> void inParts(Collection<T> all, Consumer<List<T>> work) {
        inParts(all, MOST_IN_STATEMENT, work);
    }

    /** As {@link #inParts(Collection, Consumer)}, with at most {@code most} elements in a part. */
    public static <T> void inParts(Collection<T> all, int most, Consumer<List<T>> work) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += most) {
            work.accept(list.subList(from, Math.min(list.size(), from + most)));
        }
    }

    /** The ids for an IN list, padded in the same way. */
    public static <T> List<T> padded(Collection<T> ids) {
        List<T> padded = new ArrayList<>(ids);
        T last = padded.get(padded.size() - 1);
        while (padded.size() < padded(ids.size())) {
            padded.add(last);
        }
        return padded;
    }

    static int padded(int size) {
        int padded = 1;
        while (padded < size) {
            padded *= 2;
        }
        return padded;
    }
}
