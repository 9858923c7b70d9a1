package org.parley.everyone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Mentions;
import org.parley.messages.Remains;
import org.parley.presence.Presence;
import org.parley.system.KeyTable;

/** The people whom messages mentioned by {@code @all} and {@code @here}. */
@ApplicationScoped
@Transactional
public class Audiences implements Remains {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Presence presence;

    /** @param named the account ids of the people whom the message mentions by name, who are counted by that */
    public record Call(LoggedMessage message, Set<Long> named) {
        private boolean meets(long accountId, Presence presence) {
            return accountId != message.senderId()
                    && !named.contains(accountId)
                    && (message.mentionsAll().equals(Mentions.ALL) || presence.of(accountId) != Presence.State.OFFLINE);
        }
    }

    /** Stores who is mentioned by these new messages, whose rooms are locked. It reads the members with one statement. */
    public void add(List<Call> calls) {
        if (calls.isEmpty()) {
            return;
        }
        Map<Long, List<Long>> members =
                members(calls.stream().map(call -> call.message().roomId()).collect(Collectors.toSet()));
        for (Call call : calls) {
            LoggedMessage message = call.message();
            List<Long> people = members.getOrDefault(message.roomId(), List.of()).stream()
                    .filter(account -> call.meets(account, presence))
                    .toList();
            Audience.of(message, people).forEach(entities::persist);
        }
    }

    private Map<Long, List<Long>> members(Set<Long> roomIds) {
        return entities.createQuery(
                        "select m.roomId, m.accountId from Membership m where m.roomId in :rooms", Object[].class)
                .setParameter("rooms", KeyTable.padded(roomIds))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toList())));
    }

    /** The account ids of the people whom this message mentioned when it was sent, without those whom it names. */
    public List<Long> of(long roomId, long seq) {
        return entities.createQuery("from Audience a where a.roomId = :room and a.seq = :seq", Audience.class)
                .setParameter("room", roomId)
                .setParameter("seq", seq)
                .getResultStream()
                .flatMap(Audience::accountIds)
                .toList();
    }

    @Override
    public void forget(long roomId, Collection<Long> numbers) {
        entities.createQuery("delete from Audience a where a.roomId = :room and a.seq in :numbers")
                .setParameter("room", roomId)
                .setParameter("numbers", KeyTable.padded(numbers))
                .executeUpdate();
    }
}
