package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.parley.drafts.DraftChanged;

/** Tells people on their own sockets what they have typed on another device. */
@ApplicationScoped
class TellingDrafts {
    @Inject
    Connections connections;

    @Inject
    Codec codec;

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DraftChanged changed) {
        connections.tell(changed.accountId(), codec.encoded(Frames.Draft.of(changed)));
    }
}
