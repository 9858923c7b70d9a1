package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A message mentions a person, or did so when it was sent. */
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

    private boolean named;

    private boolean counted;

    protected Mention() {}

    /** @param counted whether the message mentions the person from the beginning, and so notifies them */
    public Mention(long roomId, long seq, long accountId, boolean counted) {
        this.roomId = roomId;
        this.seq = seq;
        this.accountId = accountId;
        this.named = true;
        this.counted = counted;
    }

    Log.Place place() {
        return new Log.Place(roomId, seq);
    }

    long accountId() {
        return accountId;
    }

    /** Whether the text names the person now. */
    void named(boolean now) {
        named = now;
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long seq, long accountId) implements Serializable {}
}
