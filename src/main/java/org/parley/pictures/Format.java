package org.parley.pictures;

import java.util.Optional;
import java.util.stream.Stream;

/** The formats that become pictures. */
enum Format {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    static Optional<Format> of(String type) {
        return Stream.of(values()).filter(format -> format.type.equals(type)).findFirst();
    }
}
