package org.parley.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A message that nobody has unread: a system message, or one that was deleted. */
@Entity
@Table(name = "uncounted")
@IdClass(Uncounted.Key.class)
class Uncounted {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long seq;

    @Column(name = "sender_id")
    private long senderId;

    protected Uncounted() {}

    Uncounted(long roomId, long seq, long senderId) {
        this.roomId = roomId;
        this.seq = seq;
        this.senderId = senderId;
    }

    /** The primary key, in the form that JPA needs. */
    record Key(long roomId, long seq) implements Serializable {}
}
