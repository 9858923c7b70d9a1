package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.parley.system.KeyTable;

/** Messages as entities, for changes under their rooms' locks. */
@ApplicationScoped
public class StoredMessages {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** The messages at these places; a place without a message is absent. One statement for some hundred places. */
    public Map<Log.Place, Message> at(Collection<Log.Place> places) {
        Map<Log.Place, Message> messages = new HashMap<>();
        KeyTable.inParts(places, KeyTable.MOST_IN_STATEMENT, part -> {
            KeyTable keys = Log.Place.table(part);
            Query query = entities.createNativeQuery(
                    "SELECT m.* FROM " + keys.table(entities) + " w JOIN message m"
                            + " ON m.room_id = w.room_id AND m.seq = w.seq",
                    Message.class);
            keys.bind(query, 1);
            for (Object found : query.getResultList()) {
                Message message = (Message) found;
                messages.put(new Log.Place(message.roomId(), message.seq()), message);
            }
        });
        return messages;
    }
}
