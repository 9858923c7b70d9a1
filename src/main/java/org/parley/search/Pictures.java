package org.parley.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.messages.Details;
import org.parley.messages.LoggedMessage;

/** Files of messages that are shown as pictures. */
@ApplicationScoped
class Pictures implements Part {
    @Override
    public String name() {
        return "image";
    }

    @Override
    public boolean in(LoggedMessage message) {
        return message.details().attachments().stream().anyMatch(Details.Attachment::picture);
    }
}
