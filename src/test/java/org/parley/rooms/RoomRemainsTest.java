package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Nothing of a deleted room stays behind, also in tables that were not there when this was written. */
class RoomRemainsTest {
    private static final String SCHEMA = "jdbc:h2:mem:remains;MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";

    /** Private conversations are never deleted. */
    private static final Set<String> OF_CONVERSATIONS = Set.of("block");

    @Test
    void every_table_with_rows_of_a_room_is_swept() throws Exception {
        Flyway.configure().dataSource(SCHEMA, "sa", "").load().migrate();
        Set<String> tables = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(SCHEMA, "sa", "");
                ResultSet columns = connection.getMetaData().getColumns(null, "public", "%", "room_id")) {
            while (columns.next()) {
                tables.add(columns.getString("TABLE_NAME"));
            }
        }
        tables.removeAll(OF_CONVERSATIONS);
        assertEquals(tables, new TreeSet<>(RoomRemains.TABLES));
    }
}
