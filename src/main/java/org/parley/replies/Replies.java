package org.parley.replies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Message;
import org.parley.messages.Remains;
import org.parley.messages.StoredMessages;
import org.parley.system.KeyTable;

/** The stored replies, and how many each message has. Changes of them happen under the rooms' locks. */
@ApplicationScoped
public class Replies implements Remains {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    StoredMessages messages;

    /** Stores and counts new replies. @param replies each of them names the message that it answers */
    public void add(Collection<LoggedMessage> replies) {
        Map<Log.Place, Message> targets =
                messages.at(replies.stream().map(Replies::answered).collect(Collectors.toSet()));
        for (LoggedMessage reply : replies) {
            Message target = targets.get(answered(reply));
            entities.persist(new Reply(reply, target.senderId()));
            target.answered(1);
        }
    }

    private static Log.Place answered(LoggedMessage reply) {
        return new Log.Place(reply.roomId(), reply.replyTo().seq());
    }

    @Override
    public void restore(List<LoggedMessage> messages) {
        add(messages.stream()
                .filter(message -> message.replyTo() != null && !message.state().deleted())
                .toList());
    }

    /** A deleted message does not reply to anything. */
    @Override
    public void forget(long roomId, Collection<Long> numbers) {
        List<Reply> forgotten = entities.createQuery(
                        "from Reply r where r.roomId = :room and r.seq in :numbers", Reply.class)
                .setParameter("room", roomId)
                .setParameter("numbers", KeyTable.padded(numbers))
                .getResultList();
        forgotten.forEach(entities::remove);
        Map<Log.Place, Message> targets =
                messages.at(forgotten.stream().map(Reply::target).collect(Collectors.toSet()));
        forgotten.forEach(reply -> targets.get(reply.target()).answered(-1));
    }

    /** The numbers of the messages that reply to a message, in ascending order. @param last the greatest to be shown */
    List<Long> numbers(Log.Place target, long after, long last, int most) {
        return entities.createQuery(
                        "select r.seq from Reply r where r.roomId = :room and r.targetSeq = :target"
                                + " and r.seq > :after and r.seq <= :last order by r.seq",
                        Long.class)
                .setParameter("room", target.roomId())
                .setParameter("target", target.seq())
                .setParameter("after", after)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }
}
