package org.parley.system;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * The format of times on the wire: ISO-8601, UTC, always with three digits of milliseconds. Written digit by digit,
 * because a list of rooms has more than a hundred times.
 */
public final class WireTimes extends SimpleModule {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final int LAST_YEAR = 9999;
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    WireTimes() {
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
    }

    public static String text(Instant time) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (at.getYear() < 0 || at.getYear() > LAST_YEAR) {
            return FORMAT.format(time);
        }
        char[] text = FORM.toCharArray();
        number(text, FORM.indexOf('-'), at.getYear());
        number(text, FORM.lastIndexOf('-'), at.getMonthValue());
        number(text, FORM.indexOf('T'), at.getDayOfMonth());
        number(text, FORM.indexOf(':'), at.getHour());
        number(text, FORM.lastIndexOf(':'), at.getMinute());
        number(text, FORM.indexOf('.'), at.getSecond());
        number(text, FORM.indexOf('Z'), at.getNano() / NANOS_OF_A_MILLI);
        return new String(text);
    }

    /** Writes a number that ends before this place. Before it are as many zeros as it can have digits. */
    private static void number(char[] text, int end, int number) {
        int left = number;
        for (int at = end - 1; left > 0; at--) {
            text[at] = (char) ('0' + left % 10);
            left /= 10;
        }
    }

    private static final class Writer extends StdScalarSerializer<Instant> {
        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text(time));
        }
    }

    /** Any offset is understood. Jackson's own reader would take numbers for times as well, and "" for none. */
    private static final class Reader extends StdScalarDeserializer<Instant> {
        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            try {
                return OffsetDateTime.parse(json.getText()).toInstant();
            } catch (DateTimeParseException malformed) {
                return (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), "not a time");
            }
        }
    }
}
