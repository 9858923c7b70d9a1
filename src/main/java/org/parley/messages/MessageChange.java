package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of a room's log that is a change of a message and not a message. Both share one sequence of numbers. */
@Entity
@Table(name = "message_change")
@IdClass(Message.Key.class)
public class MessageChange {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long seq;

    private String kind;

    @Column(name = "target_seq")
    private long targetSeq;

    @Column(name = "actor_id")
    private long actorId;

    private String content;

    @Column(name = "created_at")
    private long createdAt;

    protected MessageChange() {}

    public MessageChange(ChangeRow row, Instant now) {
        this.roomId = row.roomId();
        this.seq = row.seq();
        this.kind = row.kind();
        this.targetSeq = row.target();
        this.actorId = row.actorId();
        this.content = row.value();
        this.createdAt = now.toEpochMilli();
    }
}
