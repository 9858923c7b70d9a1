package org.parley.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.messages.Asked;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessageJson;
import org.parley.messages.Pages;
import org.parley.rooms.Membership;
import org.parley.rooms.Room;
import org.parley.rooms.RoomActivity;
import org.parley.rooms.Visit;

/**
 * What the logs say about rooms. A list of rooms costs at most six statements: heads, newest messages, unread counts,
 * mentions.
 */
@ApplicationScoped
@Transactional
class RoomLogs implements RoomActivity {
    /** Counting stops here: 1000 means 1000 or more. */
    private static final int MOST_COUNTED = 1000;
    /**
     * How many numbers below the head are searched for unread messages. A member may be behind by very many entries
     * that do not count: their own messages, system messages, deleted ones.
     */
    private static final int MOST_COUNTED_BACK = 5000;
    /** How many messages of a room are searched for the last one of a person. */
    private static final int MOST_LOOKED_BACK = 1000;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Heads heads;

    @Inject
    Log log;

    @Inject
    Pages pages;

    @Inject
    Marks marks;

    @Override
    public Map<Long, Activity> of(long accountId, Collection<Visit> visits) {
        Map<Long, Long> head =
                visits.stream().collect(Collectors.toMap(visit -> visit.room().id(), visit -> head(visit.room())));
        Map<Long, LoggedMessage> newest = newest(visits, head);
        List<Membership> memberships =
                visits.stream().filter(Visit::member).map(Visit::membership).toList();
        Map<Long, Integer> unread = counts(memberships, head, accountId, UNREAD, MOST_COUNTED_BACK);
        Map<Long, Integer> mentions = mentions(memberships, head, accountId);
        Map<Long, Activity> activities = new HashMap<>();
        for (Visit visit : visits) {
            long id = visit.room().id();
            LoggedMessage last = newest.get(id);
            activities.put(
                    id,
                    new Activity(
                            head.get(id),
                            last == null ? null : MessageJson.of(visit.logName(), last),
                            // Mentions are counted over a longer part of the log.
                            Math.max(unread.getOrDefault(id, 0), mentions.getOrDefault(id, 0)),
                            mentions.getOrDefault(id, 0),
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

    private Map<Long, LoggedMessage> newest(Collection<Visit> visits, Map<Long, Long> head) {
        List<Log.Place> places = new ArrayList<>();
        List<LoggedMessage> newest = new ArrayList<>();
        for (Visit visit : visits) {
            Room room = visit.room();
            long seq = room.lastMessageSeq();
            if (visit.mayRead() && seq > head.get(room.id())) {
                // This message is being committed and may not be on disk yet, so show the one before it.
                newest.addAll(pages.of(room.id(), Asked.newest(1), head.get(room.id()))
                        .messages());
            } else if (visit.mayRead() && seq > 0) {
                places.add(new Log.Place(room.id(), seq));
            }
        }
        newest.addAll(log.at(places));
        return newest.stream().collect(Collectors.toMap(LoggedMessage::roomId, Function.identity()));
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

    private static final String UNREAD = "SELECT t.room_id, COUNT(*) AS unread FROM"
            + " (SELECT room_id FROM message WHERE room_id = ? AND seq > ? AND seq <= ? AND sender_id <> ?"
            + " AND kind <> 'system' AND deleted = FALSE LIMIT " + MOST_COUNTED + ") t GROUP BY t.room_id";
    private static final String MENTIONS = "SELECT t.room_id, COUNT(*) AS unread FROM"
            + " (SELECT room_id FROM mention WHERE room_id = ? AND seq > ? AND seq <= ? AND account_id = ?"
            + " AND counted = TRUE LIMIT " + MOST_COUNTED + ") t GROUP BY t.room_id";
    private static final String MENTIONS_WITH_ALL = "SELECT t.room_id, COUNT(*) AS unread FROM"
            + " (SELECT m.room_id FROM membership m JOIN audience a ON a.room_id = m.room_id"
            + " AND a.slot = MOD(m.account_id, 32) AND LOCATE(CONCAT(',', m.account_id, ','), a.people) > 0"
            + " WHERE m.room_id = ? AND a.seq > ? AND a.seq <= ? AND m.account_id = ?"
            + " LIMIT " + MOST_COUNTED + ") t GROUP BY t.room_id";

    private Map<Long, Integer> mentions(List<Membership> memberships, Map<Long, Long> head, long accountId) {
        Map<Long, Integer> mentions = counts(memberships, head, accountId, MENTIONS, Long.MAX_VALUE);
        counts(memberships, head, accountId, MENTIONS_WITH_ALL, Long.MAX_VALUE)
                .forEach((roomId, more) ->
                        mentions.merge(roomId, more, (one, other) -> Math.min(one + other, MOST_COUNTED)));
        return mentions;
    }

    /**
     * One statement with a limited count for each room, joined by UNION, because SQL has no limit within a group.
     *
     * @param back how far below the head to look
     */
    private Map<Long, Integer> counts(
            List<Membership> memberships, Map<Long, Long> head, long accountId, String count, long back) {
        Map<Long, Integer> counts = new HashMap<>();
        List<Membership> behind = memberships.stream()
                .filter(membership -> unreadAfter(membership) < head.get(membership.roomId()))
                .toList();
        if (behind.isEmpty()) {
            return counts;
        }
        Query query = entities.createNativeQuery(
                String.join(" UNION ALL ", behind.stream().map(m -> count).toList()));
        int position = 1;
        for (Membership membership : behind) {
            query.setParameter(position++, membership.roomId());
            long to = head.get(membership.roomId());
            query.setParameter(position++, Math.max(unreadAfter(membership), to - back));
            query.setParameter(position++, to);
            query.setParameter(position++, accountId);
        }
        for (Object found : (List<?>) query.getResultList()) {
            Object[] row = (Object[]) found;
            counts.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue());
        }
        return counts;
    }

    private long unreadAfter(Membership membership) {
        long read = marks.readSeq(membership);
        boolean markedUnread = membership.unreadFrom() != null && read == membership.readSeq();
        return markedUnread ? membership.unreadFrom() - 1 : read;
    }
}
