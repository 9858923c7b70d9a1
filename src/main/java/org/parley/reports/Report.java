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

/** A person's report of a message: the reason, and whether it is settled. A person can report a message once. */
@Entity
@Table(name = "report")
@DynamicUpdate
public class Report {
    /** The state of a report. The wire and the table use the same words. */
    enum State {
        OPEN,
        /** The staff has done something about the message. */
        RESOLVED,
        /** The staff has decided that nothing is to be done. */
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

    /** @return whether the state changed */
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

    /** The id for clients, as text, because JavaScript cannot hold a number of this size. */
    String wireId() {
        return Long.toString(id, Character.MAX_RADIX);
    }

    /** @return empty if the text cannot be an id */
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

    /** The room and number of the message. */
    Log.Place place() {
        return new Log.Place(roomId, seq);
    }

    long reporterId() {
        return reporterId;
    }

    /** The reason in the reporter's words; never empty. */
    String reason() {
        return reason;
    }

    String state() {
        return state;
    }

    /** {@code null} while the report is open. */
    Long settledById() {
        return settledById;
    }

    /** {@code null} while the report is open. */
    Instant settledAt() {
        return settledAt == null ? null : Instant.ofEpochMilli(settledAt);
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }
}
