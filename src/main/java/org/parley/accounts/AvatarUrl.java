package org.parley.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The address of a person's picture, relative to the page. Another picture has another address. */
public final class AvatarUrl {
    private AvatarUrl() {}

    /** @return {@code null} if the person has no picture, or has no name any more */
    public static String of(String username, UUID pictureId) {
        if (username == null || pictureId == null) {
            return null;
        }
        return "api/users/" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "/avatar?v=" + pictureId;
    }
}
