package org.parley.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.parley.rooms.LogName;
import org.parley.system.Secrets;

/** The JSON of pages of messages, made once for as long as somebody keeps their messages. */
@ApplicationScoped
public class EncodedPages {
    @Inject
    EncodedMessages encoded;

    @Inject
    ObjectMapper json;

    /** Weak keys are compared by identity. A list that somebody keeps never changes. */
    private final Cache<List<LoggedMessage>, Encoded> known =
            Caffeine.newBuilder().weakKeys().build();

    /** @param messages ascending */
    private record PageJson(List<EncodedMessages.Encoded> messages, long head, boolean hasBefore, boolean hasAfter) {}

    /** What the octets depend on beside the messages. It does not refer to these, which would then be kept forever. */
    private record Around(LogName log, long head, boolean hasBefore, boolean hasAfter) {
        static Around of(LogName log, Pages.Page page) {
            return new Around(log, page.head(), page.hasBefore(), page.hasAfter());
        }
    }

    private record Encoded(Around around, Body body) {}

    /** A page as JSON. */
    public static final class Body {
        private final byte[] octets;
        private final String tag;
        private volatile byte[] gzipped;

        Body(byte[] octets) {
            this.octets = octets;
            this.tag = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(octets));
        }

        public byte[] octets() {
            return octets;
        }

        /** The digest of the octets. So it differs whenever a reader would see something else. */
        public String tag() {
            return tag;
        }

        /** The octets as gzip, made for the first reader who wants it so. */
        public byte[] gzipped() {
            byte[] made = gzipped;
            if (made == null) {
                made = gzip(octets);
                gzipped = made;
            }
            return made;
        }
    }

    /** The page as the readers see it who call its log by this name. */
    public Body of(LogName log, Pages.Page page) {
        Around around = Around.of(log, page);
        Encoded found = known.getIfPresent(page.messages());
        if (found == null || !found.around().equals(around)) {
            found = new Encoded(around, new Body(octets(around, page.messages())));
            known.put(page.messages(), found);
        }
        return found.body();
    }

    private static byte[] gzip(byte[] octets) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(made)) {
            gzip.write(octets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return made.toByteArray();
    }

    private byte[] octets(Around around, List<LoggedMessage> messages) {
        PageJson page = new PageJson(
                messages.stream()
                        .map(message -> encoded.of(around.log(), message))
                        .toList(),
                around.head(),
                around.hasBefore(),
                around.hasAfter());
        try {
            return json.writeValueAsBytes(page);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
