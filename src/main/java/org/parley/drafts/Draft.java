package org.parley.drafts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.parley.messages.Log;

/** What a member has typed in a room and not sent. A deleted draft stays as a row that knows its last revision. */
@Entity
@Table(name = "draft")
@IdClass(Draft.Key.class)
class Draft {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    @Column(name = "account_id")
    private long accountId;

    private String body;

    @Column(name = "reply_to")
    private Long replyTo;

    private long revision;

    @Column(name = "updated_at")
    private long updatedAt;

    protected Draft() {}

    /** A draft that was never written. */
    Draft(long roomId, long accountId) {
        this.roomId = roomId;
        this.accountId = accountId;
    }

    boolean deleted() {
        return body == null;
    }

    String body() {
        return body;
    }

    long roomId() {
        return roomId;
    }

    long accountId() {
        return accountId;
    }

    /** The message that it replies to, or {@code null}. */
    Log.Place answers() {
        return replyTo == null ? null : new Log.Place(roomId, replyTo);
    }

    /** The revision that a client must name to change it: 0 if there is no draft. */
    long revision() {
        return deleted() ? 0 : revision;
    }

    Instant updatedAt() {
        return Instant.ofEpochMilli(updatedAt);
    }

    /** @param otherFiles whether its files have changed @return whether it says something else than before */
    boolean write(NewDraft typed, boolean otherFiles, Instant now) {
        if (!otherFiles && typed.body().equals(body) && Objects.equals(typed.replyTo(), replyTo)) {
            return false;
        }
        set(typed.body(), typed.replyTo(), now);
        revision++;
        return true;
    }

    /** @return whether there was one */
    boolean delete(Instant now) {
        if (deleted()) {
            return false;
        }
        set(null, null, now);
        return true;
    }

    private void set(String newBody, Long newReplyTo, Instant now) {
        body = newBody;
        replyTo = newReplyTo;
        updatedAt = now.toEpochMilli();
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long accountId) implements Serializable {}
}
