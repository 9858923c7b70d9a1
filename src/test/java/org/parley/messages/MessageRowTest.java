package org.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Column;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.Uuids;

/** Messages are inserted by a statement of their own. So a new column must not be forgotten there. */
class MessageRowTest {
    private static final Pattern COLUMNS = Pattern.compile("message \\(([^)]*)\\) VALUES \\(([^)]*)\\)");

    @Test
    void the_statement_has_every_column() {
        Matcher columns = COLUMNS.matcher(Message.INSERT);
        assertTrue(columns.find());
        assertEquals(columns(), Arrays.asList(columns.group(1).split(", ")));
        assertEquals(columns().size(), columns.group(2).split(", ").length);
    }

    @Test
    void every_parameter_has_the_value_of_its_column() throws ReflectiveOperationException, SQLException {
        Message message = new Message();
        List<Object> expected = new ArrayList<>();
        for (Field field : fields()) {
            field.set(message, value(field.getType(), expected.size() + 1));
            expected.add(field.get(message));
        }
        Object[] bound = new Object[expected.size()];
        message.bind((PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    int place = (Integer) arguments[0] - 1;
                    assertNull(bound[place], "set twice");
                    bound[place] = arguments[1] instanceof byte[] octets ? Uuids.of(octets) : arguments[1];
                    return null;
                }));
        assertEquals(expected, Arrays.asList(bound));
    }

    private static Object value(Class<?> type, int place) {
        if (type == long.class || type == Long.class) {
            return (long) place;
        }
        if (type == int.class) {
            return place;
        }
        if (type == boolean.class) {
            return place % 2 == 0;
        }
        return type == UUID.class ? new UUID(place, place) : Integer.toString(place);
    }

    private static List<String> columns() {
        return fields().stream().map(MessageRowTest::column).toList();
    }

    private static String column(Field field) {
        Column named = field.getAnnotation(Column.class);
        return named == null ? field.getName() : named.name();
    }

    private static List<Field> fields() {
        List<Field> fields = Arrays.stream(Message.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
        fields.forEach(field -> field.setAccessible(true));
        return fields;
    }
}
