package org.parley.rooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** One person has blocked another. Written and removed under the lock of their conversation. */
@Entity
@Table(name = "block")
@IdClass(Block.Key.class)
public class Block {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    @Column(name = "blocked_id")
    private long blockedId;

    @Column(name = "blocker_id")
    private long blockerId;

    @Column(name = "created_at")
    private long createdAt;

    protected Block() {}

    public Block(long roomId, long blockedId, long blockerId, Instant now) {
        this.roomId = roomId;
        this.blockedId = blockedId;
        this.blockerId = blockerId;
        this.createdAt = now.toEpochMilli();
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long blockedId) implements Serializable {}
}
