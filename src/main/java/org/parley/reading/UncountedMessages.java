package org.parley.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Message;
import org.parley.messages.MessagesPosted;
import org.parley.messages.Remains;

/**
 * Notes which messages nobody has unread, in the transaction that writes or deletes them. A message that people post
 * costs nothing here.
 */
@ApplicationScoped
class UncountedMessages implements Remains {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** Observes the event in its transaction: a new system message is noted together with its row. */
    void written(@Observes MessagesPosted posted) {
        posted.entries().stream().filter(entry -> entry.system() != null).forEach(this::note);
    }

    private void note(Logged message) {
        entities.persist(new Uncounted(message.roomId(), message.seq(), message.senderId()));
    }

    /** The deleted messages are known to this transaction, so this reads nothing. */
    @Override
    public void forget(long roomId, Collection<Long> numbers) {
        for (long seq : numbers) {
            Message deleted = entities.find(Message.class, new Message.Key(roomId, seq));
            entities.persist(new Uncounted(roomId, seq, deleted.senderId()));
        }
    }

    @Override
    public void restore(List<LoggedMessage> messages) {
        messages.stream()
                .filter(message -> message.system() != null || message.state().deleted())
                .forEach(this::note);
    }
}
