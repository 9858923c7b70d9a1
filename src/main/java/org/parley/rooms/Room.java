package org.parley.rooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.parley.texts.Name;

/**
 * A room and the head of its log. Every write to the log, and every change of the right to write, locks this
 * row first ({@code Rooms.lock}). So numbers have no gaps, no message follows a ban, and there are no deadlocks.
 */
@Entity
@Table(name = "room")
public class Room {
    /** The lobby, created at the first start. Everybody is a member; nobody can own, leave or rename it. */
    public static final String LOBBY = "main";

    static final String PUBLIC = "public";
    static final String PRIVATE = "private";
    static final String DIRECT = "direct";

    /** An id that no row has. */
    static final long UNMADE = 0;

    @Id
    private long id;

    private String kind;

    private String name;

    @Column(name = "name_folded")
    private String nameFolded;

    private String topic;

    private String emoji;

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

    @Column(name = "made_for")
    private String madeFor;

    protected Room() {}

    /** A new room with an empty log. */
    Room(long id, String kind, Name name, Instant now) {
        this(id, kind, now);
        rename(name);
    }

    /** A private conversation without messages. */
    public Room(long id, Pair pair, Instant now) {
        this(id, DIRECT, now);
        this.lowId = pair.lowId();
        this.highId = pair.highId();
    }

    private Room(long id, String kind, Instant now) {
        this.id = id;
        this.kind = kind;
        this.createdAt = now.toEpochMilli();
        this.lastMessageAt = createdAt;
        this.name = "";
        this.nameFolded = "";
        this.topic = "";
    }

    /** A private room without a name and without messages. */
    static Room unnamed(long id, Instant now) {
        Room room = new Room(id, PRIVATE, now);
        room.nameFolded = room.wireId();
        return room;
    }

    /** A room that nobody can find until it is revealed. */
    static Room hidden(long id, Instant now) {
        Room room = new Room(id, PRIVATE, now);
        room.nameFolded = room.wireId();
        room.gone = true;
        return room;
    }

    /** From now on people can find this hidden room, whose log is written. */
    void reveal(Name newName, RevealingRooms.Sight sight, Instant now) {
        rename(newName);
        kind = sight.open() ? PUBLIC : PRIVATE;
        topic = sight.topic();
        head = sight.head();
        spoken(sight.lastMessageSeq(), now);
        gone = false;
    }

    public long id() {
        return id;
    }

    /** Whether this is a conversation without a row. */
    public boolean unmade() {
        return id == UNMADE;
    }

    /** The two people of a private conversation; {@code null} for a room. */
    public Pair pair() {
        return direct() ? new Pair(lowId, highId) : null;
    }

    /** The id for clients: {@code ~} with letters and digits. No name looks like this. */
    public String wireId() {
        return wireId(id);
    }

    public static String wireId(long id) {
        return "~" + Long.toString(id, Character.MAX_RADIX);
    }

    /**
     * What frames and paths call the room: its name, or its id if it has none. What a private conversation is called
     * depends on the reader.
     */
    public String name() {
        return name.isEmpty() ? wireId() : name;
    }

    /** Whether this is a private room without a name, which people know by its members. */
    public boolean unnamed() {
        return name.isEmpty() && !direct();
    }

    /** The order of a list by name: the folded name, or the id for clients if the room has no name. */
    String nameFolded() {
        return nameFolded;
    }

    String topic() {
        return topic;
    }

    /** What people find the room by, or {@code null}. */
    String emoji() {
        return emoji;
    }

    /** {@code public}, {@code private} or {@code direct}. */
    String kind() {
        return kind;
    }

    boolean publicRoom() {
        return PUBLIC.equals(kind);
    }

    /** Whether this is a private conversation. */
    public boolean direct() {
        return DIRECT.equals(kind);
    }

    boolean lobby() {
        return LOBBY.equals(name);
    }

    boolean hasPassword() {
        return passwordHash != null;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean archived() {
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

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    /** The time of the last message in milliseconds, or of the room's creation if it has none. */
    long lastMessageAt() {
        return lastMessageAt;
    }

    /**
     * Takes the next numbers of the log. The row must be locked.
     *
     * @param count how many, at least 1
     * @return the first of them
     */
    public long takeNumbers(int count) {
        long first = head + 1;
        head += count;
        return first;
    }

    /** Records that a message has this number. */
    public void spoken(long seq, Instant now) {
        lastMessageSeq = seq;
        lastMessageAt = now.toEpochMilli();
    }

    /** The number of the newest message, or 0 if there is none. Changes may have later numbers. */
    public long lastMessageSeq() {
        return lastMessageSeq;
    }

    void rename(Name newName) {
        name = newName.text();
        nameFolded = newName.folded();
        madeFor = null;
    }

    /** Whether its members are still those whom it was made for. */
    boolean asMade() {
        return madeFor != null;
    }

    /**
     * @param people unique among all rooms, or {@code null} if the room is no longer that of the people it was made
     *     for
     */
    void madeFor(String people) {
        madeFor = people;
    }

    void topic(String newTopic) {
        topic = newTopic;
    }

    /** @param newEmoji {@code null} for none */
    void emoji(String newEmoji) {
        emoji = newEmoji;
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

    /** Marks the room as deleted. From now on nobody can find it; its rows are deleted later. */
    void goAway() {
        gone = true;
        madeFor = null;
    }
}
