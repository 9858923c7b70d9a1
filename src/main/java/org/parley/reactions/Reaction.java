package org.parley.reactions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.parley.messages.Log;

/** A person reacts to a message with an emoji. */
@Entity
@Table(name = "reaction")
@IdClass(Reaction.Key.class)
class Reaction {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long seq;

    @Id
    private String emoji;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "added_at")
    private long addedAt;

    @Column(name = "kind_since")
    private long kindSince;

    @Column(name = "author_id")
    private long authorId;

    protected Reaction() {}

    /**
     * @param addedAt orders the people of an emoji
     * @param kindSince orders the emoji of a message
     */
    Reaction(Key key, long addedAt, long kindSince) {
        this.roomId = key.roomId();
        this.seq = key.seq();
        this.emoji = key.emoji();
        this.accountId = key.accountId();
        this.addedAt = addedAt;
        this.kindSince = kindSince;
    }

    /** @param accountId the sender of the message */
    void author(long accountId) {
        authorId = accountId;
    }

    /** Takes the places of another reaction with the same key. */
    void follow(Reaction other) {
        addedAt = other.addedAt;
        kindSince = other.kindSince;
    }

    Instant addedAt() {
        return Instant.ofEpochMilli(addedAt);
    }

    Key key() {
        return new Key(roomId, seq, emoji, accountId);
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long seq, String emoji, long accountId) implements Serializable {
        Log.Place message() {
            return new Log.Place(roomId, seq);
        }
    }
}
