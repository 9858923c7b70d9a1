package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.harness.Tables;

/** No row of a deleted room is left, also not in tables that are added later. */
class RoomRemainsTest {
    /** Private conversations are never deleted. */
    private static final Set<String> OF_CONVERSATIONS = Set.of("block");

    @Test
    void every_table_with_rows_of_a_room_is_swept() throws Exception {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(Tables.inMemory("remains"));
                ResultSet columns = connection.getMetaData().getColumns(null, "PUBLIC", "%", "ROOM_ID")) {
            while (columns.next()) {
                tables.add(columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.removeAll(OF_CONVERSATIONS);
        assertEquals(tables, new TreeSet<>(RoomRemains.TABLES));
    }
}
