package org.parley.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** The type of a file, by its content (Apache Tika). Its name and what the client says of it do not count. */
final class ContentType {
    /** Audio and video that browsers play. They are served so that a page can play them from any moment on. */
    private static final Set<String> PLAYED =
            Set.of("audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav", "video/mp4", "video/webm");

    /** Types that browsers know by another name. */
    private static final Map<String, String> USUAL = Map.of(
            "audio/vnd.wave", "audio/wav",
            "audio/x-wav", "audio/wav",
            "audio/x-m4a", "audio/mp4",
            "audio/vorbis", "audio/ogg",
            "audio/opus", "audio/ogg",
            "audio/speex", "audio/ogg",
            "application/ogg", "audio/ogg",
            "video/x-m4v", "video/mp4");

    private static final Set<String> CONTAINERS = Set.of("video/quicktime", "application/x-matroska");
    private static final int HEAD = 64;
    private static final String UNKNOWN = "application/octet-stream";
    /** Families of formats, in which only the name tells them apart. */
    private static final String FAMILY = "application/x-tika-";

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private ContentType() {}

    /** @param name tells members of a family apart, such as documents of one office suite */
    static String of(Path file, String name) throws IOException {
        String type = detected(file, null);
        if (type.startsWith(FAMILY)) {
            type = detected(file, name);
        }
        if (type.startsWith(FAMILY)) {
            return UNKNOWN;
        }
        return CONTAINERS.contains(type) ? played(file, type) : USUAL.getOrDefault(type, type);
    }

    /** Tika knows these two containers by their first octets, but not which browsers can play: the next octets tell. */
    private static String played(Path file, String type) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
        if (head.startsWith("ftyp", 4) && !head.startsWith("qt  ", 8)) {
            return "video/mp4";
        }
        return head.contains("webm") ? "video/webm" : type;
    }

    private static String detected(Path file, String name) throws IOException {
        Metadata known = new Metadata();
        if (name != null) {
            known.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            MediaType found = TYPES.detect(in, known);
            return found.getBaseType().toString();
        }
    }

    static boolean playable(String type) {
        return PLAYED.contains(type);
    }
}
