package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.parley.messages.Remains;
import org.parley.rooms.RoomLeftovers;
import org.parley.system.KeyTable;

/**
 * Takes files away from everybody when their message or their room is deleted. From then on nobody can read them; their
 * bytes are removed after the commit ({@link SweepingFiles}).
 */
@ApplicationScoped
@Transactional
class ForgettingFiles implements Remains, RoomLeftovers {
    private static final int PIECE = 500;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Event<FilesForgotten> forgotten;

    @Inject
    Clock clock;

    @Override
    public void forget(long roomId, Collection<Long> numbers) {
        forget(entities.createQuery(
                        "from Attachment a where a.roomId = :room and a.seq in :numbers order by a.id",
                        Attachment.class)
                .setParameter("room", roomId)
                .setParameter("numbers", KeyTable.padded(numbers))
                .getResultList());
    }

    private void forget(List<Attachment> files) {
        files.forEach(Attachment::forget);
        if (!files.isEmpty()) {
            forgotten.fire(new FilesForgotten());
        }
    }

    @Override
    public boolean forgetSome(long roomId) {
        List<Attachment> posted = some("a.roomId", roomId);
        List<Attachment> drafted = some("a.draftRoomId", roomId);
        forget(posted);
        drafted.forEach(file -> file.draft(null, 0, clock.millis()));
        entities.flush();
        return posted.size() == PIECE || drafted.size() == PIECE;
    }

    private List<Attachment> some(String column, long roomId) {
        return entities.createQuery("from Attachment a where " + column + " = :room order by a.id", Attachment.class)
                .setParameter("room", roomId)
                .setMaxResults(PIECE)
                .getResultList();
    }
}
