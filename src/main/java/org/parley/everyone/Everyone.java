package org.parley.everyone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.accounts.Caller;
import org.parley.rooms.Standing;
import org.parley.system.KeyTable;

/**
 * Where {@code @all} and {@code @here} mention people: in small rooms, in private conversations, and everywhere for
 * owners and moderators. Elsewhere they are plain text.
 */
@ApplicationScoped
public class Everyone {
    private static final int SMALL = 50;
    /** Few, so that every database parses the statement quickly: the rooms are locked meanwhile. */
    private static final int MOST_IN_STATEMENT = 64;

    private static final String SOME_MEMBERS = "SELECT t.room_id, COUNT(*) AS members FROM"
            + " (SELECT room_id FROM membership WHERE room_id = ? LIMIT " + (SMALL + 1) + ") t GROUP BY t.room_id";

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** @param smallRooms in which each member may mention everybody */
    public record Reach(Set<Long> smallRooms) {
        /**
         * What a word of this sender does.
         *
         * @param word {@code all}, {@code here} or {@code null}
         * @return the same word, or {@code null} if it mentions nobody
         */
        public String of(String word, Standing sender, Caller caller) {
            if (word == null) {
                return null;
            }
            boolean works =
                    sender.room().direct() || smallRooms.contains(sender.room().id()) || sender.staff(caller);
            return works ? word : null;
        }
    }

    /** @param roomIds of the texts with such a word; without any, it costs no statement */
    public Reach reach(Collection<Long> roomIds) {
        Set<Long> small = new HashSet<>();
        KeyTable.inParts(Set.copyOf(roomIds), MOST_IN_STATEMENT, part -> addSmall(part, small));
        return new Reach(small);
    }

    /** Looks at no more than 51 members of each room. */
    private void addSmall(List<Long> roomIds, Set<Long> small) {
        List<Long> rooms = KeyTable.padded(roomIds);
        Query query = entities.createNativeQuery(String.join(
                " UNION ALL ", rooms.stream().map(id -> SOME_MEMBERS).toList()));
        for (int i = 0; i < rooms.size(); i++) {
            query.setParameter(i + 1, rooms.get(i));
        }
        for (Object found : (List<?>) query.getResultList()) {
            Object[] row = (Object[]) found;
            if (((Number) row[1]).intValue() <= SMALL) {
                small.add(((Number) row[0]).longValue());
            }
        }
    }
}
