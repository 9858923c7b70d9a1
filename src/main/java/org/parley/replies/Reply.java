package org.parley.replies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;

/** A message replies to another one of its room. */
@Entity
@Table(name = "reply")
@IdClass(Reply.Key.class)
class Reply {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    @Column(name = "target_seq")
    private long targetSeq;

    @Id
    private long seq;

    @Column(name = "author_id")
    private long authorId;

    @Column(name = "created_at")
    private long createdAt;

    protected Reply() {}

    /** @param authorId the sender of the message that is answered */
    Reply(LoggedMessage reply, long authorId) {
        this.roomId = reply.roomId();
        this.targetSeq = reply.replyTo().seq();
        this.seq = reply.seq();
        this.authorId = authorId;
        this.createdAt = reply.createdAt().toEpochMilli();
    }

    /** The message that was answered. */
    Log.Place target() {
        return new Log.Place(roomId, targetSeq);
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long targetSeq, long seq) implements Serializable {}
}
