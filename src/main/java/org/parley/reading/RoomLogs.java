package org.parley.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.messages.EncodedMessages;
import org.parley.messages.Heads;
import org.parley.messages.LoggedMessage;
import org.parley.rooms.Membership;
import org.parley.rooms.Room;
import org.parley.rooms.RoomActivity;
import org.parley.rooms.Visit;
import org.parley.system.NumberRanges.Range;

/**
 * Reads from the logs what a list of rooms shows. Most of it is kept from the last request and checked against the
 * heads of the logs, so a list of rooms in which nothing happened costs no statement here.
 */
@ApplicationScoped
class RoomLogs implements RoomActivity {
    /** How many messages of a room are searched for the last one of a person. */
    private static final int MOST_LOOKED_BACK = 1000;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Heads heads;

    @Inject
    LastMessages last;

    @Inject
    EncodedMessages encoded;

    @Inject
    UnreadCounts unread;

    @Inject
    Marks marks;

    @Override
    public Map<Long, Activity> of(long accountId, Collection<Visit> visits) {
        Map<Long, Long> head =
                visits.stream().collect(Collectors.toMap(visit -> visit.room().id(), visit -> head(visit.room())));
        Map<Long, LoggedMessage> newest =
                last.of(visits.stream().filter(Visit::mayRead).map(Visit::room).toList(), head);
        Map<Long, UnreadCounts.Counts> counts = unread.of(accountId, behind(visits, head));
        Map<Long, Activity> activities = new HashMap<>();
        for (Visit visit : visits) {
            long id = visit.room().id();
            LoggedMessage message = newest.get(id);
            UnreadCounts.Counts count = counts.getOrDefault(id, UnreadCounts.Counts.NONE);
            activities.put(
                    id,
                    new Activity(
                            head.get(id),
                            message == null ? null : encoded.of(visit.logName(), message),
                            count.unread(),
                            count.mentions(),
                            visit.member() ? marks.readSeq(visit.membership()) : 0,
                            visit.member() ? marks.deliveredSeq(visit.membership()) : 0));
        }
        return activities;
    }

    /**
     * Never above the head of the row as it was read: a reader takes the room to be as it is at this number, and would
     * miss a change that was committed in between.
     */
    private long head(Room room) {
        return Math.min(heads.of(room), room.head());
    }

    /** The parts of the logs that count as unread. */
    private List<Range> behind(Collection<Visit> visits, Map<Long, Long> head) {
        return visits.stream()
                .filter(Visit::member)
                .map(Visit::membership)
                .map(membership ->
                        new Range(membership.roomId(), unreadAfter(membership), head.get(membership.roomId())))
                .filter(part -> part.length() > 0)
                .toList();
    }

    private long unreadAfter(Membership membership) {
        long read = marks.readSeq(membership);
        boolean markedUnread = membership.unreadFrom() != null && read == membership.readSeq();
        return markedUnread ? membership.unreadFrom() - 1 : read;
    }

    @Override
    public Optional<Instant> lastPosted(Room room, long accountId) {
        Long time = entities.createQuery(
                        "select max(m.createdAt) from Message m where m.roomId = :room and m.seq > :after"
                                + " and m.senderId = :sender and m.kind <> '" + LoggedMessage.SYSTEM + "'",
                        Long.class)
                .setParameter("room", room.id())
                .setParameter("after", room.head() - MOST_LOOKED_BACK)
                .setParameter("sender", accountId)
                .getSingleResult();
        return Optional.ofNullable(time).map(Instant::ofEpochMilli);
    }
}
