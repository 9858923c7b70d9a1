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
 * What staff has laid on somebody in a room, until a time or for good. It holds as long as it is there: whoever asks does
 * not look at the clock, and {@link EndingSanctions} takes away what is over. A ban of a member takes the membership away
 * and keeps how far they had read, for when it ends.
 */
@Entity
@Table(name = "sanction")
@IdClass(Sanction.Key.class)
@DynamicUpdate
public class Sanction {
    /** What it forbids; on the wire and in the table the same words. */
    public enum Kind {
        /** Everything. */
        BAN(SystemAction.BAN, SystemAction.UNBAN),
        /** To write. */
        MUTE(SystemAction.MUTE, SystemAction.UNMUTE);

        private final SystemAction action;
        private final SystemAction end;

        Kind(SystemAction action, SystemAction end) {
            this.action = action;
            this.end = end;
        }

        /** The system action that tells of it. */
        SystemAction action() {
            return action;
        }

        /** The system action that tells that it was lifted. */
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

    /** Why, in the words of who imposed it; {@code null} if they said nothing. */
    String reason() {
        return reason;
    }

    /** {@code null} for good. */
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

    /** Keeps what the member had reached, by now and not by the row. */
    void suspend(Membership membership, long delivered, long read) {
        joinedAt = membership.joinedAt().toEpochMilli();
        deliveredSeq = delivered;
        readSeq = read;
        unreadFrom = membership.unreadFrom();
        notify = membership.notifyWhen();
    }

    /** Whom it concerns could see the room when it was imposed. */
    void know() {
        known = true;
    }

    /** Whether whom it concerns is told of it even where they could not see the room by now. */
    boolean known() {
        return known;
    }

    /** Whether there is a membership to be given back when it ends. */
    boolean suspends() {
        return joinedAt != null;
    }

    /** The membership that was suspended, of a plain member. */
    Membership suspended(long id, Instant now) {
        Membership membership =
                new Membership(id, roomId, accountId, Role.MEMBER, readSeq, Instant.ofEpochMilli(joinedAt));
        membership.role(Role.MEMBER, now);
        membership.mark(deliveredSeq, 0);
        if (unreadFrom != null) {
            membership.unreadFrom(unreadFrom);
        }
        membership.notifyWhen(notify);
        return membership;
    }

    boolean over(Clock clock) {
        return untilAt != null && untilAt <= clock.millis();
    }

    /** What whom it concerns is told. */
    Refusal refusal() {
        return kind() == Kind.BAN
                ? Refusal.sanctioned(Code.BANNED, "You are banned from this room.", until(), reason)
                : Refusal.sanctioned(Code.MUTED, "You may read here and not write.", until(), reason);
    }

    /** The primary key, as JPA wants it. */
    public record Key(long roomId, long accountId, String kind) implements Serializable {}
}
