package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.parley.messages.LoggedMessage;

/** Addresses in messages. Their words are in the text. */
@ApplicationScoped
class Links implements Part {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "link";
    }

    @Override
    public boolean in(LoggedMessage message) {
        // Few messages have one, and the pattern tries every letter.
        return message.body().contains("://") && ADDRESS.matcher(message.body()).find();
    }
}
