package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A message mentions a person; stored as it was when the message was sent. */
@Entity
@Table(name = "mention")
@IdClass(Mention.Key.class)
public class Mention {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long seq;

    @Id
    @Column(name = "account_id")
    private long accountId;

    protected Mention() {}

    public Mention(long roomId, long seq, long accountId) {
        this.roomId = roomId;
        this.seq = seq;
        this.accountId = accountId;
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long seq, long accountId) implements Serializable {}
}
