package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of a room's log that is no message: what was done to one, under a number of the same sequence. */
@Entity
@Table(name = "message_change")
@IdClass(Message.Key.class)
public class MessageChange {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long seq;

    @Column(name = "target_seq")
    private long targetSeq;

    @Column(name = "actor_id")
    private long actorId;

    @Column(name = "created_at")
    private long createdAt;

    protected MessageChange() {}

    /** A deletion. */
    public MessageChange(long roomId, long seq, long targetSeq, long actorId, long createdAt) {
        this.roomId = roomId;
        this.seq = seq;
        this.targetSeq = targetSeq;
        this.actorId = actorId;
        this.createdAt = createdAt;
    }
}
