package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.system.KeyTable;
import org.parley.system.Uuids;

/**
 * Finds the repeats in a batch: messages that their sender has posted to the room before. A repeat gets the first
 * message as its answer, and nothing is stored. Changes pass.
 */
@ApplicationScoped
class Repeats {
    private record Key(long roomId, long senderId, UUID clientId) {
        static Key of(Posting posting) {
            return new Key(
                    posting.roomId(),
                    posting.sender().accountId(),
                    posting.message().clientId());
        }
    }

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Log log;

    /** Settles messages that are already in the table, and all but the first of those with the same id. */
    void answer(List<Posting> batch) {
        List<Posting> messages = batch.stream().filter(Posting::speaks).toList();
        Map<Key, Log.Place> known = known(messages);
        Map<Log.Place, LoggedMessage> stored =
                log.at(known.values()).stream().collect(Collectors.toMap(LoggedMessage::place, Function.identity()));
        Map<Key, Posting> firsts = new HashMap<>();
        for (Posting posting : messages) {
            Key key = Key.of(posting);
            LoggedMessage message = stored.get(known.get(key));
            Posting first = message == null ? firsts.putIfAbsent(key, posting) : null;
            if (message != null) {
                posting.posted(message, true);
            } else if (first != null) {
                posting.repeats(first);
            }
        }
    }

    private Map<Key, Log.Place> known(List<Posting> batch) {
        Map<Key, Log.Place> known = new HashMap<>();
        if (batch.isEmpty()) {
            return known;
        }
        KeyTable keys = KeyTable.of(
                "room_id", KeyTable.Type.NUMBER, "sender_id", KeyTable.Type.NUMBER, "client_id", KeyTable.Type.UUID);
        batch.stream()
                .map(Key::of)
                .distinct()
                .forEach(key -> keys.add(key.roomId(), key.senderId(), Uuids.octets(key.clientId())));
        NativeQuery<Object[]> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT m.room_id, m.sender_id, m.client_id, m.seq FROM " + keys.table(entities)
                                + " w JOIN message m ON m.room_id = w.room_id AND m.sender_id = w.sender_id"
                                + " AND m.client_id = w.client_id",
                        Object[].class)
                .addScalar("room_id", Long.class)
                .addScalar("sender_id", Long.class)
                .addScalar("client_id", byte[].class)
                .addScalar("seq", Long.class);
        keys.bind(query, 1);
        // Nothing that waits to be flushed has to do with it.
        query.setFlushMode(FlushModeType.COMMIT);
        for (Object[] row : query.getResultList()) {
            long roomId = (Long) row[0];
            known.put(new Key(roomId, (Long) row[1], Uuids.of((byte[]) row[2])), new Log.Place(roomId, (Long) row[3]));
        }
        return known;
    }
}
