package org.parley.messages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.accounts.Caller;
import org.parley.accounts.OwnData;
import org.parley.rooms.Door;
import org.parley.rooms.LogName;
import org.parley.rooms.Room;
import org.parley.rooms.Visit;
import org.parley.system.Numbers;
import org.parley.system.Paging;

/**
 * What the caller wrote in every room and conversation, also where they are no longer a member, for the download of
 * their data. It has the caller's own words only: no quotes, no reactions, and nothing that was deleted.
 *
 * <p>Messages have no index by sender. So each page looks at a bounded part of one log, or for the next room in which
 * the caller wrote, and may be empty.
 */
@ApplicationScoped
class OwnMessages implements OwnData {
    private static final int ROOMS_AT_ONCE = 50;
    private static final int NUMBERS_AT_ONCE = 20_000;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Heads heads;

    @Inject
    Door door;

    /**
     * @param roomId what clients call the room's id
     * @param log what the caller calls it; {@code null} if they may not read it any more
     * @param replyTo the number of the message that it replies to, or {@code null}
     */
    record MessageRecord(
            String roomId,
            @JsonUnwrapped LogName log,
            long seq,
            String kind,
            String body,
            Long replyTo,
            int attachments,
            Instant createdAt,
            Instant editedAt) {}

    /** The place after which a page begins. @param seq {@code END} if nothing more is to be found in the room */
    private record Position(long roomId, long seq) {
        /** Above every number, and short enough for a cursor. */
        static final long END = 999_999_999_999_999_999L;

        static Position of(String cursor) {
            if (cursor == null) {
                return new Position(0, END);
            }
            int slash = cursor.indexOf('/');
            return new Position(number(cursor.substring(0, slash)), number(cursor.substring(slash + 1)));
        }

        private static long number(String digits) {
            return Numbers.of(digits).orElseThrow(Paging::foreign);
        }

        String cursor() {
            return Paging.cursor(roomId + "/" + seq);
        }
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Page<MessageRecord> records(Caller caller, Paging paging) {
        Position after = Position.of(paging.after());
        return after.seq() == Position.END ? nextRoom(caller, after.roomId()) : inRoom(caller, after, paging.limit());
    }

    /** An empty page that leads to the next room in which the caller wrote, or at least nearer to it. */
    private Page<MessageRecord> nextRoom(Caller caller, long after) {
        List<Long> some = entities.createQuery(
                        "select r.id from Room r where r.id > :after and r.gone = false order by r.id", Long.class)
                .setParameter("after", after)
                .setMaxResults(ROOMS_AT_ONCE)
                .getResultList();
        if (some.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Long next = entities.createQuery(
                        "select min(m.roomId) from Message m where m.roomId in :rooms and m.senderId = :sender",
                        Long.class)
                .setParameter("rooms", some)
                .setParameter("sender", caller.accountId())
                .getSingleResult();
        Position position =
                next == null ? new Position(some.get(some.size() - 1), Position.END) : new Position(next, 0);
        return new Page<>(List.of(), position.cursor());
    }

    private Page<MessageRecord> inRoom(Caller caller, Position after, int limit) {
        long head = heads.of(after.roomId());
        long last = Math.min(head, after.seq() + NUMBERS_AT_ONCE);
        List<Message> found = entities.createQuery(
                        """
                        select m from Message m where m.roomId = :room and m.senderId = :sender
                        and m.seq > :after and m.seq <= :last and m.deleted = false and m.kind <> 'system'
                        order by m.roomId, m.seq""",
                        Message.class)
                .setParameter("room", after.roomId())
                .setParameter("sender", caller.accountId())
                .setParameter("after", after.seq())
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultList();
        long reached = found.size() == limit ? found.get(limit - 1).seq() : last;
        Position next = new Position(after.roomId(), reached < head ? reached : Position.END);
        LogName log = found.isEmpty() ? null : nameOf(caller, after.roomId());
        return new Page<>(found.stream().map(message -> json(message, log)).toList(), next.cursor());
    }

    private LogName nameOf(Caller caller, long roomId) {
        Optional<Visit> visit = door.readable(caller, List.of(roomId)).stream().findFirst();
        return visit.map(Visit::logName).orElse(null);
    }

    private static MessageRecord json(Message message, LogName log) {
        return new MessageRecord(
                Room.wireId(message.roomId()),
                log,
                message.seq(),
                message.kind(),
                message.body(),
                message.replyTo(),
                message.attachments(),
                message.createdAt(),
                message.editedAt());
    }
}
