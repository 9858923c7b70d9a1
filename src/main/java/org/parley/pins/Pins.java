package org.parley.pins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Remains;
import org.parley.system.Ids;
import org.parley.system.KeyTable;

/** The stored pins. */
@ApplicationScoped
class Pins implements Remains {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Call it under the room's lock. The message must not have a pin. */
    void add(Log.Place message) {
        entities.persist(new Pin(Ids.next(clock), message));
    }

    @Override
    public void forget(long roomId, Collection<Long> numbers) {
        entities.createQuery("delete from Pin p where p.roomId = :room and p.seq in :numbers")
                .setParameter("room", roomId)
                .setParameter("numbers", KeyTable.padded(numbers))
                .executeUpdate();
    }

    @Override
    public void restore(List<LoggedMessage> messages) {
        messages.stream()
                .filter(message -> message.state().pinned())
                .map(LoggedMessage::place)
                .forEach(this::add);
    }

    /** The newest first. @param before an id that is not among them */
    List<Pin> newest(long roomId, long before, int most) {
        return entities.createQuery(
                        "select p from Pin p where p.roomId = :room and p.id < :before order by p.id desc", Pin.class)
                .setParameter("room", roomId)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }
}
