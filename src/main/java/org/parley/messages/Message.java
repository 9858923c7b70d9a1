package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parley.system.Uuids;

/** A row of a room's log. Its number within the room is its key, so history is a range of the primary key. */
@Entity
@Table(name = "message")
@IdClass(Message.Key.class)
public class Message {
    /** One row, with the columns in the order of the fields. */
    static final String INSERT =
            "INSERT INTO message (room_id, seq, sender_id, client_id, kind, body, reply_to, deleted,"
                    + " edited_at, replies, reactions, pinned, attachments, mentions_all, system_action, system_target_id,"
                    + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long seq;

    @Column(name = "sender_id")
    private long senderId;

    @Column(name = "client_id")
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID clientId;

    private String kind;

    private String body;

    @Column(name = "reply_to")
    private Long replyTo;

    private boolean deleted;

    @Column(name = "edited_at")
    private Long editedAt;

    private int replies;

    private int reactions;

    private boolean pinned;

    private int attachments;

    @Column(name = "mentions_all")
    private String mentionsAll;

    @Column(name = "system_action")
    private String systemAction;

    @Column(name = "system_target_id")
    private Long systemTargetId;

    @Column(name = "created_at")
    private long createdAt;

    protected Message() {}

    /** A message that a person posted, or that comes from a file with what happened to it. */
    public Message(LoggedMessage posted) {
        this.roomId = posted.roomId();
        this.seq = posted.seq();
        this.senderId = posted.senderId();
        this.clientId = posted.clientId();
        this.kind = posted.kind();
        this.body = posted.body();
        this.replyTo = posted.replyTo() == null ? null : posted.replyTo().seq();
        this.mentionsAll = posted.mentionsAll();
        this.attachments = posted.details().attachments().size();
        this.createdAt = posted.createdAt().toEpochMilli();
        LoggedMessage.State state = posted.state();
        this.editedAt = state.editedAt() == null ? null : state.editedAt().toEpochMilli();
        this.deleted = state.deleted();
        this.pinned = state.pinned();
        this.reactions = (int) posted.details().reactions().stream()
                .mapToLong(Details.Reaction::count)
                .sum();
    }

    /** A system message about a change of the room; {@code value} takes the place of the text. */
    public Message(LoggedMessage told, Long targetId, String value) {
        this(told);
        this.body = value;
        this.systemAction = told.system().action().wire();
        this.systemTargetId = targetId;
    }

    public long roomId() {
        return roomId;
    }

    public long seq() {
        return seq;
    }

    public long senderId() {
        return senderId;
    }

    /** The text as it is now; for a system message, the value that it tells. */
    public String body() {
        return body;
    }

    String kind() {
        return kind;
    }

    /** The number of the message that it replies to, or {@code null}. */
    Long replyTo() {
        return replyTo;
    }

    /** How many files it has. */
    int attachments() {
        return attachments;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    /** {@code null} if it was not edited. */
    Instant editedAt() {
        return editedAt == null ? null : Instant.ofEpochMilli(editedAt);
    }

    public boolean told() {
        return kind.equals(LoggedMessage.SYSTEM);
    }

    public boolean deleted() {
        return deleted;
    }

    /**
     * Replaces the text, unless it is the same.
     *
     * @param everyone whether the new text mentions everybody: {@code all}, {@code here} or {@code null}
     * @return whether it changed
     */
    public boolean edit(String text, String everyone, long now) {
        if (text.equals(body)) {
            return false;
        }
        body = text;
        mentionsAll = everyone;
        editedAt = now;
        return true;
    }

    /** @param more by how many the number of its replies grows; negative if it falls */
    public void answered(int more) {
        replies += more;
    }

    /** @param more by how many the number of its reactions grows; negative if it falls */
    public void reacted(int more) {
        reactions += more;
    }

    /** Whether it has files, so that it needs no text. */
    public boolean attached() {
        return attachments > 0;
    }

    public boolean pinned() {
        return pinned;
    }

    /** @return whether this changed anything */
    public boolean pin(boolean wanted) {
        boolean changed = pinned != wanted;
        pinned = wanted;
        return changed;
    }

    /**
     * Removes the content. What stays is that the message existed, what it replied to, and its client id, for a repeat.
     */
    public void delete() {
        body = "";
        mentionsAll = null;
        editedAt = null;
        reactions = 0;
        pinned = false;
        attachments = 0;
        deleted = true;
    }

    /** Sets the parameters of {@link #INSERT}. */
    void bind(PreparedStatement insert) throws SQLException {
        insert.setLong(1, roomId);
        insert.setLong(2, seq);
        insert.setLong(3, senderId);
        insert.setBytes(4, clientId == null ? null : Uuids.octets(clientId));
        insert.setString(5, kind);
        insert.setString(6, body);
        insert.setObject(7, replyTo, Types.BIGINT);
        insert.setBoolean(8, deleted);
        insert.setObject(9, editedAt, Types.BIGINT);
        insert.setInt(10, replies);
        insert.setInt(11, reactions);
        insert.setBoolean(12, pinned);
        insert.setInt(13, attachments);
        insert.setString(14, mentionsAll);
        insert.setString(15, systemAction);
        insert.setObject(16, systemTargetId, Types.BIGINT);
        insert.setLong(17, createdAt);
    }

    /** The primary key, in the form that JPA needs. */
    public record Key(long roomId, long seq) implements Serializable {}
}
