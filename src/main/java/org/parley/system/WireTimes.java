package org.parley.system;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.ser.InstantSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The format of times on the wire: ISO-8601, UTC, always with three digits of milliseconds. */
public final class WireTimes extends SimpleModule {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    WireTimes() {
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
    }

    public static String text(Instant time) {
        return FORMAT.format(time);
    }

    private static final class Writer extends InstantSerializer {
        Writer() {
            super(InstantSerializer.INSTANCE, false, false, FORMAT);
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
