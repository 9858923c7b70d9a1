package org.parley.rooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An action in a room: the person who acted, the target, and the reason. Entries never change. */
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

    /** @param seq the number of the system message that tells of the action, or {@code null} if there is none */
    AuditEntry(long id, AuditNote note, Long seq, Instant now) {
        this.id = id;
        this.roomId = note.roomId();
        this.seq = seq;
        this.action = note.action();
        this.byId = note.actorId();
        this.targetId = note.targetId();
        this.reason = note.reason();
        this.untilAt = note.until() == null ? null : note.until().toEpochMilli();
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

    /** The reason given by the person who acted, or the text of the settled report; {@code null} if none was given. */
    public String reason() {
        return reason;
    }

    /** {@code null} if the action has no end. */
    public Instant until() {
        return untilAt == null ? null : Instant.ofEpochMilli(untilAt);
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }
}
