package org.parley.rooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who did what to whom in a room, and why: never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
    @Id
    private long id;

    @Column(name = "room_id")
    private long roomId;

    private Long seq;

    private String action;

    @Column(name = "by_id")
    private long byId;

    @Column(name = "target_id")
    private Long targetId;

    private String reason;

    @Column(name = "until_at")
    private Long untilAt;

    @Column(name = "created_at")
    private long createdAt;

    protected AuditEntry() {}

    /** @param seq of the system message that tells of it; {@code null} where none does */
    AuditEntry(long id, RoomChanged change, Long seq, Instant now) {
        this.id = id;
        this.roomId = change.roomId();
        this.seq = seq;
        this.action = change.action();
        this.byId = change.actorId();
        this.targetId = change.targetId();
        this.reason = change.reason();
        this.untilAt = change.value() instanceof Instant until ? until.toEpochMilli() : null;
        this.createdAt = now.toEpochMilli();
    }

    long id() {
        return id;
    }

    Long seq() {
        return seq;
    }

    String action() {
        return action;
    }

    long byId() {
        return byId;
    }

    Long targetId() {
        return targetId;
    }

    /** In the words of who acted, or of the report that was settled; {@code null} if they said nothing. */
    public String reason() {
        return reason;
    }

    /** {@code null} for good, and where time plays no part. */
    public Instant until() {
        return untilAt == null ? null : Instant.ofEpochMilli(untilAt);
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }
}
