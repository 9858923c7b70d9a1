package org.parley.files;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.messages.Details;
import org.parley.messages.Heads;
import org.parley.problems.Refusal;
import org.parley.rooms.Door;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/** The files of a room or a conversation, the newest first, for people who may read it. */
@ApplicationScoped
class ListingFiles {
    /** More than the places of a message's files, so that a number and a place make one number. */
    private static final int PLACES = 16;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Door door;

    @Inject
    Heads heads;

    /**
     * A file and the message that shows it.
     *
     * @param by the sender's username
     */
    record PostedFile(@JsonUnwrapped Details.Attachment attachment, long seq, String by, Instant createdAt) {}

    record FilesJson(List<PostedFile> files, String next) {}

    /** A file, its message's time, and its sender. */
    private record Row(Attachment file, long createdAt, String by) {
        static Row of(Object[] row) {
            return new Row((Attachment) row[0], (Long) row[1], (String) row[2]);
        }

        long number() {
            return file.message().seq() * PLACES + file.place();
        }

        PostedFile json() {
            return new PostedFile(file.json(), file.message().seq(), by, Instant.ofEpochMilli(createdAt));
        }
    }

    /**
     * A page.
     *
     * @param kind {@code null} for every kind
     * @throws Refusal {@code not_found} or {@code not_member}
     */
    @Transactional
    FilesJson page(Caller caller, RoomKey key, FileKind kind, Paging paging) {
        List<Row> found = door.readFirst(caller, key, roomId -> rows(roomId, kind, paging), Visit::asReader)
                .found()
                .orElse(List.of());
        return new FilesJson(
                paging.page(found).stream().map(Row::json).toList(),
                paging.next(found, row -> Long.toString(row.number())));
    }

    private List<Row> rows(long roomId, FileKind kind, Paging paging) {
        long end = Math.min(paging.before(), (heads.of(roomId) + 1) * PLACES);
        TypedQuery<Object[]> query = entities.createQuery(
                "select a, m.createdAt, p.username from Attachment a"
                        + " join Message m on m.roomId = a.roomId and m.seq = a.seq"
                        + " left join Account p on p.id = m.senderId"
                        + " where a.roomId = :room and a.seq <= :seq and a.seq * " + PLACES + " + a.place < :end"
                        + (kind == null ? "" : " and " + kind.condition())
                        + " order by a.roomId, a.seq desc, a.place desc",
                Object[].class);
        return query.setParameter("room", roomId)
                .setParameter("seq", end / PLACES)
                .setParameter("end", end)
                .setMaxResults(paging.limit() + 1)
                .getResultStream()
                .map(Row::of)
                .toList();
    }
}
