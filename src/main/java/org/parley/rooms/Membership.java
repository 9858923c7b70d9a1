package org.parley.rooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** A person's membership of a room: the role, and up to which message they have received and read. */
@Entity
@Table(name = "membership")
@DynamicUpdate
public class Membership {
    static final String EVERY_MESSAGE = "all";
    static final String MENTIONS = "mentions";

    @Id
    private long id;

    @Column(name = "room_id")
    private long roomId;

    @Column(name = "account_id")
    private long accountId;

    private String role;

    @Column(name = "role_since")
    private long roleSince;

    @Column(name = "joined_at")
    private long joinedAt;

    @Column(name = "delivered_seq")
    private long deliveredSeq;

    @Column(name = "read_seq")
    private long readSeq;

    @Column(name = "unread_from")
    private Long unreadFrom;

    private String notify;

    private boolean favourite;

    @Column(name = "last_posted_at")
    private Long lastPostedAt;

    protected Membership() {}

    /** @param head the room's last number: messages from before the join are not unread */
    Membership(long id, long roomId, long accountId, Role role, long head, Instant now) {
        this.id = id;
        this.roomId = roomId;
        this.accountId = accountId;
        this.joinedAt = now.toEpochMilli();
        this.deliveredSeq = head;
        this.readSeq = head;
        this.notify = EVERY_MESSAGE;
        role(role, now);
    }

    public long id() {
        return id;
    }

    public long roomId() {
        return roomId;
    }

    public long accountId() {
        return accountId;
    }

    public Role role() {
        return Role.ofWire(role);
    }

    Instant joinedAt() {
        return Instant.ofEpochMilli(joinedAt);
    }

    public long deliveredSeq() {
        return deliveredSeq;
    }

    public long readSeq() {
        return readSeq;
    }

    public Long unreadFrom() {
        return unreadFrom;
    }

    String notifyWhen() {
        return notify;
    }

    boolean favourite() {
        return favourite;
    }

    void role(Role newRole, Instant now) {
        role = newRole.wire();
        roleSince = now.toEpochMilli();
    }

    /** @param occasion {@link #EVERY_MESSAGE}, {@link #MENTIONS} or {@code none} */
    void notifyWhen(String occasion) {
        notify = occasion;
    }

    void favourite(boolean chosen) {
        favourite = chosen;
    }

    /** When the member last posted; kept only in rooms with slow mode. */
    public Instant lastPostedAt() {
        return lastPostedAt == null ? null : Instant.ofEpochMilli(lastPostedAt);
    }

    public void posted(Instant now) {
        lastPostedAt = now.toEpochMilli();
    }

    /**
     * Moves the marks forward, never back. Reading ends a "mark as unread".
     *
     * @param read 0 if only delivery is reported
     * @return whether anything changed
     */
    public boolean mark(long delivered, long read) {
        boolean changed = delivered > deliveredSeq || read > readSeq || (read > 0 && unreadFrom != null);
        deliveredSeq = Math.max(deliveredSeq, Math.max(delivered, read));
        readSeq = Math.max(readSeq, read);
        unreadFrom = read > 0 ? null : unreadFrom;
        return changed;
    }

    /** Marks everything from this number on as unread. */
    public void unreadFrom(long seq) {
        unreadFrom = seq;
    }
}
