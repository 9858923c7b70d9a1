package org.parley.invites;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * An invite link to a room. It is changed only under the lock of the room's row, so that only one person gets its last
 * use. A used-up link is kept for a while: a person who joined by it and repeats the request gets the same answer.
 */
@Entity
@Table(name = "invite")
class Invite {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 128 bits, which nobody can guess. */
    private static final int CODE_BYTES = 16;

    @Id
    private long id;

    @Column(name = "room_id")
    private long roomId;

    private String code;

    @Column(name = "uses_left")
    private Integer usesLeft;

    @Column(name = "expires_at")
    private Long expiresAt;

    @Column(name = "by_id")
    private long byId;

    @Column(name = "created_at")
    private long createdAt;

    protected Invite() {}

    Invite(long id, long roomId, long byId, NewInviteJson.Judged asked, Instant now) {
        byte[] random = new byte[CODE_BYTES];
        RANDOM.nextBytes(random);
        this.id = id;
        this.roomId = roomId;
        this.code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.usesLeft = asked.maxUses();
        this.expiresAt =
                asked.lasting() == null ? null : now.plus(asked.lasting()).toEpochMilli();
        this.byId = byId;
        this.createdAt = now.toEpochMilli();
    }

    long id() {
        return id;
    }

    long roomId() {
        return roomId;
    }

    String code() {
        return code;
    }

    /** {@code null} if the number of uses is not limited. */
    Integer usesLeft() {
        return usesLeft;
    }

    /** {@code null} if the link does not expire. */
    Instant expiresAt() {
        return expiresAt == null ? null : Instant.ofEpochMilli(expiresAt);
    }

    long byId() {
        return byId;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    boolean usedUp() {
        return usesLeft != null && usesLeft == 0;
    }

    /** Counts one use. The link must not be used up. */
    void use() {
        if (usesLeft != null) {
            usesLeft--;
        }
    }
}
