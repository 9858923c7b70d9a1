package org.parley.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.parley.messages.Log;

/** That somebody has reported a message, why, and whether it was settled. Of a person and a message there is one. */
@Entity
@Table(name = "report")
@DynamicUpdate
public class Report {
    /** What has become of it; on the wire and in the table the same words. */
    enum State {
        OPEN,
        /** Something was done about the message. */
        RESOLVED,
        /** Nothing is to be done about it. */
        DISMISSED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> ofWire(String word) {
            return Arrays.stream(values())
                    .filter(known -> known.wire().equals(word))
                    .findFirst();
        }
    }

    @Id
    private long id;

    @Column(name = "room_id")
    private long roomId;

    private long seq;

    @Column(name = "reporter_id")
    private long reporterId;

    private String reason;

    private String state;

    @Column(name = "settled_by_id")
    private Long settledById;

    @Column(name = "settled_at")
    private Long settledAt;

    @Column(name = "created_at")
    private long createdAt;

    protected Report() {}

    Report(long id, Log.Place place, long reporterId, String reason, Instant now) {
        this.id = id;
        this.roomId = place.roomId();
        this.seq = place.seq();
        this.reporterId = reporterId;
        this.reason = reason;
        this.state = State.OPEN.wire();
        this.createdAt = now.toEpochMilli();
    }

    /** @return whether that is something new */
    boolean settle(State settled, long byId, Instant now) {
        if (state.equals(settled.wire())) {
            return false;
        }
        state = settled.wire();
        settledById = settled == State.OPEN ? null : byId;
        settledAt = settled == State.OPEN ? null : now.toEpochMilli();
        return true;
    }

    long id() {
        return id;
    }

    /** The id as clients know it. A number of this size is not one to JavaScript. */
    String wireId() {
        return Long.toString(id, Character.MAX_RADIX);
    }

    /** @return empty for what cannot be one */
    static Optional<Long> id(String wireId) {
        try {
            return wireId.matches("[0-9a-z]{1,13}")
                    ? Optional.of(Long.parseLong(wireId, Character.MAX_RADIX))
                    : Optional.empty();
        } catch (NumberFormatException tooGreat) {
            return Optional.empty();
        }
    }

    long roomId() {
        return roomId;
    }

    /** Where the message stands. */
    Log.Place place() {
        return new Log.Place(roomId, seq);
    }

    long reporterId() {
        return reporterId;
    }

    /** In the reporter's words; never empty. */
    String reason() {
        return reason;
    }

    String state() {
        return state;
    }

    /** {@code null} as long as it is open. */
    Long settledById() {
        return settledById;
    }

    /** {@code null} as long as it is open. */
    Instant settledAt() {
        return settledAt == null ? null : Instant.ofEpochMilli(settledAt);
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }
}
