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

    @Column(name = "created_at")
    private long createdAt;

    protected Mention() {}

    private Mention(long roomId, long seq, long accountId) {
        this.roomId = roomId;
        this.seq = seq;
        this.accountId = accountId;
        this.named = true;
    }

    /** A mention in a new message, which notifies the person. */
    public static Mention sent(LoggedMessage message, long accountId) {
        Mention mention = new Mention(message.roomId(), message.seq(), accountId);
        mention.counted = true;
        mention.createdAt = message.createdAt().toEpochMilli();
        return mention;
    }

    /** A mention that an edit brought. It notifies nobody. */
    static Mention edited(Log.Place place, long accountId) {
        return new Mention(place.roomId(), place.seq(), accountId);
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
