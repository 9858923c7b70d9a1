package org.parley.system;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Passes many composite keys to one native query, as a derived table to join with. H2 answers IN or OR over pairs by a
 * scan: seconds over a million rows, against milliseconds with a join.
 *
 * <p>MariaDB and MySQL get all keys as one JSON array, so a query has the same text for any number of them, and nobody
 * parses a long statement. H2 has no {@code JSON_TABLE}: it gets a row of parameters for each key, padded with the last
 * key to one of a few sizes, so that it sees few different statements. So the query must tolerate a key that occurs
 * twice.
 */
public final class KeyTable {
    /** The type of a column, in each of the two forms. */
    public enum Type {
        NUMBER("-9000000000000000000", "BIGINT", "k.%s"),
        UUID("CAST(NULL AS BINARY(16))", "CHAR(32) CHARACTER SET ascii", "UNHEX(k.%s)"),
        TEXT("CAST(NULL AS CHAR(256))", "VARCHAR(256) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", "k.%s");

        /**
         * For a first row of constants that matches nothing, from which H2 infers the column's type. A CAST of each
         * value is no option: SIGNED has 32 bits on H2.
         */
        private final String constant;

        private final String inJson;
        private final String fromJson;

        Type(String constant, String inJson, String fromJson) {
            this.constant = constant;
            this.inJson = inJson;
            this.fromJson = fromJson;
        }
    }

    /** The most keys that one statement may get. */
    public static final int MOST_IN_STATEMENT = 500;

    private static final JsonFactory JSON = new JsonFactory();

    private final List<String> columns;
    private final List<Type> types;
    private final List<Object[]> rows = new ArrayList<>();
    private boolean asJson;

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
        return h2(entities) ? values() : json();
    }

    static boolean h2(EntityManager entities) {
        return entities.getEntityManagerFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof H2Dialect;
    }

    /**
     * For H2, and not as a union: in a union, H2 keeps with each SELECT a copy of all that stands before it, and it
     * keeps the last eight statements of each connection. A union of 512 rows held 43 MiB and took 1.7 s to parse.
     */
    String values() {
        String constants = types.stream().map(type -> type.constant).collect(Collectors.joining(", "));
        String row = ", (?" + ", ?".repeat(columns.size() - 1) + ")";
        return "(SELECT * FROM (VALUES (" + constants + ")" + row.repeat(padded(rows.size())) + ") k("
                + String.join(", ", columns) + "))";
    }

    /** For MariaDB and MySQL. */
    String json() {
        asJson = true;
        List<String> read = new ArrayList<>();
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            read.add(column + " " + types.get(i).inJson + " PATH '$[" + i + "]'");
            selected.add(types.get(i).fromJson.formatted(column) + " AS " + column);
        }
        return "(SELECT " + String.join(", ", selected) + " FROM JSON_TABLE(?, '$[*]' COLUMNS ("
                + String.join(", ", read) + ")) k)";
    }

    /**
     * Binds the values to the query whose text has the table.
     *
     * @param position of the table's first parameter in the query, from 1
     * @return the position of the next parameter
     */
    public int bind(Query query, int position) {
        int next = position;
        if (asJson) {
            query.setParameter(next++, document());
            return next;
        }
        for (int i = 0; i < padded(rows.size()); i++) {
            for (Object value : rows.get(Math.min(i, rows.size() - 1))) {
                query.setParameter(next++, value);
            }
        }
        return next;
    }

    /** The rows as an array of arrays. UUIDs are hexadecimal. */
    private String document() {
        StringWriter document = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(document)) {
            json.writeStartArray();
            for (Object[] row : rows) {
                json.writeStartArray();
                for (Object value : row) {
                    write(value, json);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return document.toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof byte[] octets) {
            json.writeString(HexFormat.of().formatHex(octets));
        } else {
            json.writeString((String) value);
        }
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
