package org.parley.messages;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.parley.rooms.LastMessage;
import org.parley.rooms.LogName;

/** The JSON of messages, made once for as long as somebody keeps the message. */
@ApplicationScoped
public class EncodedMessages {
    @Inject
    ObjectMapper json;

    /** Weak keys are compared by identity, so that looking one up does not compare texts. */
    private final Cache<LoggedMessage, Encoded> known =
            Caffeine.newBuilder().weakKeys().build();

    /** A message as JSON. @param log the name by which it calls its log */
    public record Encoded(LogName log, SerializedString text) implements JsonSerializable, LastMessage {
        @Override
        public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(text);
        }

        @Override
        public void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer types)
                throws IOException {
            serialize(out, provider);
        }
    }

    /** The message as the readers see it who call its log by this name. */
    public Encoded of(LogName log, LoggedMessage message) {
        Encoded found = known.getIfPresent(message);
        if (found == null || !found.log().equals(log)) {
            found = new Encoded(log, text(log, message));
            known.put(message, found);
        }
        return found;
    }

    private SerializedString text(LogName log, LoggedMessage message) {
        try {
            return new SerializedString(json.writeValueAsString(MessageJson.of(log, message)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
