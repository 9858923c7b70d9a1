package org.parley.activity;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.parley.problems.Refusal;

/**
 * Rows in which something that a person did concerns another. Several sources may have the same kind: another way to
 * mention people is another source. In its SQL, {@code x} is the row and {@code m} is the message of the item.
 *
 * <p>The index is named because H2 would not choose the one that has the order.
 */
enum Source {
    MENTIONED(
            "mention",
            "mention x USE INDEX (mention_newest)",
            "x.account_id",
            me -> me,
            "x.created_at",
            "m.sender_id",
            "''",
            " AND x.counted = TRUE"),
    /**
     * By {@code @all} or {@code @here}. A row has many people, so those of others are read too; but none that are older
     * than the account.
     */
    CALLED(
            "mention",
            "audience x USE INDEX (audience_newest)",
            "x.slot",
            me -> me % 32,
            "x.created_at",
            "m.sender_id",
            "''",
            " AND x.created_at >= (SELECT a.created_at FROM account a WHERE a.id = :me)"
                    + " AND LOCATE(CONCAT(',', :me, ','), x.people) > 0"),
    ANSWERED(
            "reply",
            "reply x USE INDEX (reply_newest)",
            "x.author_id",
            me -> me,
            "x.created_at",
            "m.sender_id",
            "''",
            ""),
    REACTED(
            "reaction",
            "reaction x USE INDEX (reaction_newest)",
            "x.author_id",
            me -> me,
            "x.added_at",
            "x.account_id",
            "x.emoji",
            "");

    private final String kind;
    private final String rows;
    private final String person;
    private final LongUnaryOperator reader;
    private final String time;
    private final String actor;
    private final String emoji;
    private final String condition;

    /** @param reader the value of the column {@code person} in the rows that concern an account */
    Source(
            String kind,
            String rows,
            String person,
            LongUnaryOperator reader,
            String time,
            String actor,
            String emoji,
            String condition) {
        this.kind = kind;
        this.rows = rows;
        this.person = person;
        this.reader = reader;
        this.time = time;
        this.actor = actor;
        this.emoji = emoji;
        this.condition = condition;
    }

    /** The value of {@code :reader}. H2 would take {@code MOD} of a parameter for an INT, and ids are larger. */
    long reader(long accountId) {
        return reader.applyAsLong(accountId);
    }

    /** The name of the kind on the wire. */
    String kind() {
        return kind;
    }

    /**
     * @param kind {@code null} for all
     * @throws Refusal {@code invalid_request} if there is no such kind
     */
    static List<Source> of(String kind) {
        List<Source> sources = Arrays.stream(values())
                .filter(source -> kind == null || source.kind.equals(kind))
                .toList();
        if (sources.isEmpty()) {
            throw Refusal.invalid(
                    "kind",
                    Arrays.stream(values())
                            .map(Source::kind)
                            .distinct()
                            .collect(Collectors.joining(", ", "must be one of ", "")));
        }
        return sources;
    }

    /**
     * The newest rows before a moment that concern {@code :me}, without what they did themselves, what people did whom
     * they have blocked, and what they may no longer read. The door has the last word on that; here it decides that
     * pages are full.
     *
     * @param readsAll whether the caller reads every room, as an administrator of the server
     */
    String sql(boolean readsAll) {
        return "SELECT x.room_id, x.seq, " + actor + " AS actor, " + time + " AS moment, " + emoji + " AS emoji FROM "
                + rows
                + " JOIN message m ON m.room_id = x.room_id AND m.seq = x.seq JOIN room r ON r.id = x.room_id"
                + " LEFT JOIN membership o ON o.room_id = x.room_id AND o.account_id = :me WHERE " + person
                + " = :reader"
                + before() + condition + " AND " + actor + " <> :me AND m.deleted = FALSE AND r.gone = FALSE"
                + " AND (o.id IS NOT NULL OR (r.kind = 'public' AND r.password_hash IS NULL)"
                + (readsAll ? " OR r.kind <> 'direct')" : ")")
                + " AND NOT EXISTS (SELECT 1 FROM sanction s WHERE s.room_id = x.room_id AND s.account_id = :me"
                + " AND s.kind = 'ban') AND NOT EXISTS (SELECT 1 FROM block b WHERE b.blocker_id = :me"
                + " AND b.blocked_id = " + actor + ") ORDER BY " + person + ", " + time
                + " DESC, x.room_id DESC, x.seq DESC LIMIT :most";
    }

    private String before() {
        return " AND " + time + " <= :time AND (" + time + " < :time OR x.room_id < :room"
                + " OR (x.room_id = :room AND x.seq < :seq))";
    }
}
