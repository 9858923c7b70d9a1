package org.parley.rooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.parley.texts.Name;

/**
 * A room and the head of its log. Who changes what the room may say, or who may say it, locks this row first
 * ({@code Rooms.lock}); all else follows from that: gapless numbers, nothing after a ban, no deadlocks.
 */
@Entity
@Table(name = "room")
public class Room {
    /** The lobby, made by the schema's first start; everybody is a member, nobody owns, leaves or renames it. */
    public static final String LOBBY = "main";

    static final String PUBLIC = "public";
    static final String PRIVATE = "private";
    static final String DIRECT = "direct";

    /** Nobody's id. */
    static final long UNMADE = 0;

    @Id
    private long id;

    private String kind;

    private String name;

    @Column(name = "name_folded")
    private String nameFolded;

    private String topic;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean archived;

    private boolean gone;

    @Column(name = "slow_mode_seconds")
    private int slowModeSeconds;

    private long head;

    @Column(name = "last_message_seq")
    private long lastMessageSeq;

    @Column(name = "last_message_at")
    private long lastMessageAt;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "low_id")
    private Long lowId;

    @Column(name = "high_id")
    private Long highId;

    protected Room() {}

    /** A new room with an empty log. */
    public Room(long id, String kind, Name name, Instant now) {
        this.id = id;
        this.kind = kind;
        this.createdAt = now.toEpochMilli();
        this.lastMessageAt = createdAt;
        this.topic = "";
        rename(name);
    }

    /** A private conversation in which nothing was said yet. */
    public Room(long id, Pair pair, Instant now) {
        this.id = id;
        this.kind = DIRECT;
        this.createdAt = now.toEpochMilli();
        this.lastMessageAt = createdAt;
        this.name = "";
        this.nameFolded = "";
        this.topic = "";
        this.lowId = pair.lowId();
        this.highId = pair.highId();
    }

    public long id() {
        return id;
    }

    /** Whether it is a conversation that has no row yet. */
    public boolean unmade() {
        return id == UNMADE;
    }

    /** Whose a private conversation is; {@code null} of a room. */
    public Pair pair() {
        return direct() ? new Pair(lowId, highId) : null;
    }

    /** The id as clients know it: {@code ~} with letters and digits, which no name can be. */
    public String wireId() {
        return wireId(id);
    }

    public static String wireId(long id) {
        return "~" + Long.toString(id, Character.MAX_RADIX);
    }

    /** Empty for a private conversation, whose name depends on who reads. */
    public String name() {
        return name;
    }

    public String nameFolded() {
        return nameFolded;
    }

    public String topic() {
        return topic;
    }

    /** {@code public}, {@code private} or {@code direct}. */
    public String kind() {
        return kind;
    }

    public boolean publicRoom() {
        return PUBLIC.equals(kind);
    }

    /** A private conversation of two. */
    public boolean direct() {
        return DIRECT.equals(kind);
    }

    public boolean lobby() {
        return LOBBY.equals(name);
    }

    public boolean hasPassword() {
        return passwordHash != null;
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean archived() {
        return archived;
    }

    public boolean gone() {
        return gone;
    }

    public int slowModeSeconds() {
        return slowModeSeconds;
    }

    public long head() {
        return head;
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    /** Milliseconds; of a room where nothing was said yet, its creation. */
    long lastMessageAt() {
        return lastMessageAt;
    }

    /**
     * Takes the next numbers of the log; the row must be locked.
     *
     * @param count how many, at least 1
     * @return the first of them
     */
    public long takeNumbers(int count) {
        long first = head + 1;
        head += count;
        return first;
    }

    /** A message has taken this number. */
    public void spoken(long seq, Instant now) {
        lastMessageSeq = seq;
        lastMessageAt = now.toEpochMilli();
    }

    /** The newest message's number; changes may have come after it. 0 where there is none. */
    public long lastMessageSeq() {
        return lastMessageSeq;
    }

    void rename(Name newName) {
        name = newName.text();
        nameFolded = newName.folded();
    }

    void topic(String newTopic) {
        topic = newTopic;
    }

    void kind(String newKind) {
        kind = newKind;
    }

    /** @param newHash {@code null} for none */
    void passwordHash(String newHash) {
        passwordHash = newHash;
    }

    void slowModeSeconds(int seconds) {
        slowModeSeconds = seconds;
    }

    void archived(boolean closed) {
        archived = closed;
    }

    /** From here on the room is not there; its rows are swept later. */
    void goAway() {
        gone = true;
    }
}
