package org.parley.files;

import java.util.Locale;
import org.parley.problems.Refusal;

/** The kinds of files by which people look for one. */
enum FileKind {
    IMAGE("a.thumbnailType is not null"),
    AUDIO("a.type like 'audio/%'"),
    VIDEO("a.type like 'video/%'"),
    FILE("a.thumbnailType is null and a.type not like 'audio/%' and a.type not like 'video/%'");

    private final String condition;

    FileKind(String condition) {
        this.condition = condition;
    }

    /** A condition of JPQL for the file {@code a}. */
    String condition() {
        return condition;
    }

    /**
     * The kind that a client names.
     *
     * @return {@code null} for {@code null}: every kind
     * @throws Refusal {@code invalid_request} for any other word
     */
    static FileKind of(String typed) {
        for (FileKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(typed)) {
                return kind;
            }
        }
        if (typed != null) {
            throw Refusal.invalid("kind", "must be image, audio, video or file");
        }
        return null;
    }
}
