package org.parley.rooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.parley.problems.Code;
import org.parley.problems.Refusal;

/**
 * A ban or mute in a room, with or without an end. It is in force as long as its row exists: readers do not compare
 * times, and {@link EndingSanctions} deletes rows whose time is over. A ban removes the membership but remembers how
 * far the member had read, for when the ban ends.
 */
@Entity
@Table(name = "sanction")
@IdClass(Sanction.Key.class)
@DynamicUpdate
public class Sanction {
    /** What the sanction forbids. The wire and the table use the same words. */
    public enum Kind {
        /** Forbids everything. */
        BAN(SystemAction.BAN, SystemAction.UNBAN),
        /** Forbids writing. */
        MUTE(SystemAction.MUTE, SystemAction.UNMUTE);

        private final SystemAction action;
        private final SystemAction end;

        Kind(SystemAction action, SystemAction end) {
            this.action = action;
            this.end = end;
        }

        /** The system action that announces it. */
        SystemAction action() {
            return action;
        }

        /** The system action that announces its end. */
        SystemAction end() {
            return end;
        }

        String wire() {
            return action.wire();
        }
    }

    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private String kind;

    private String reason;

    @Column(name = "until_at")
    private Long untilAt;

    @Column(name = "by_id")
    private long byId;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "joined_at")
    private Long joinedAt;

    @Column(name = "delivered_seq")
    private Long deliveredSeq;

    @Column(name = "read_seq")
    private Long readSeq;

    @Column(name = "unread_from")
    private Long unreadFrom;

    private String notify;

    private boolean favourite;

    private boolean known;

    protected Sanction() {}

    Sanction(long roomId, long accountId, Kind kind) {
        this.roomId = roomId;
        this.accountId = accountId;
        this.kind = kind.wire();
    }

    Key key() {
        return new Key(roomId, accountId, kind);
    }

    long roomId() {
        return roomId;
    }

    long accountId() {
        return accountId;
    }

    Kind kind() {
        return kind.equals(Kind.BAN.wire()) ? Kind.BAN : Kind.MUTE;
    }

    /** The reason given by the person who imposed it; {@code null} if none was given. */
    String reason() {
        return reason;
    }

    /** {@code null} if it has no end. */
    Instant until() {
        return untilAt == null ? null : Instant.ofEpochMilli(untilAt);
    }

    long byId() {
        return byId;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    boolean same(String otherReason, Instant otherUntil) {
        return Objects.equals(reason, otherReason) && Objects.equals(until(), otherUntil);
    }

    void impose(String newReason, Instant newUntil, long actorId, Instant now) {
        reason = newReason;
        untilAt = newUntil == null ? null : newUntil.toEpochMilli();
        byId = actorId;
        createdAt = now.toEpochMilli();
    }

    /** Keeps the member's true marks, because the row of the membership may be behind. */
    void suspend(Membership membership, long delivered, long read) {
        joinedAt = membership.joinedAt().toEpochMilli();
        deliveredSeq = delivered;
        readSeq = read;
        unreadFrom = membership.unreadFrom();
        notify = membership.notifyWhen();
        favourite = membership.favourite();
    }

    /** The person could see the room when the sanction was imposed. */
    void know() {
        known = true;
    }

    /** Whether the banned person is told about the ban even if the room is hidden from them now. */
    boolean known() {
        return known;
    }

    /** Whether a membership is restored when the sanction ends. */
    boolean suspends() {
        return joinedAt != null;
    }

    /** The suspended membership, with the role of a plain member. */
    Membership suspended(long id, Instant now) {
        Membership membership =
                new Membership(id, roomId, accountId, Role.MEMBER, readSeq, Instant.ofEpochMilli(joinedAt));
        membership.role(Role.MEMBER, now);
        membership.mark(deliveredSeq, 0);
        if (unreadFrom != null) {
            membership.unreadFrom(unreadFrom);
        }
        membership.notifyWhen(notify);
        membership.favourite(favourite);
        return membership;
    }

    boolean over(Clock clock) {
        return untilAt != null && untilAt <= clock.millis();
    }

    /** The refusal that the person gets. */
    Refusal refusal() {
        return kind() == Kind.BAN
                ? Refusal.sanctioned(Code.BANNED, "You are banned from this room.", until(), reason)
                : Refusal.sanctioned(Code.MUTED, "You are muted in this room and can only read.", until(), reason);
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long accountId, String kind) implements Serializable {}
}
