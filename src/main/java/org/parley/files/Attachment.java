package org.parley.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parley.messages.Details;
import org.parley.messages.Log;
import org.parley.pictures.Picture;

/**
 * What is known about an uploaded file. It belongs to a message or to a draft. Otherwise it is its uploader's for a
 * day, unless something else, such as a person's picture, holds it.
 */
@Entity
@Table(name = "attachment")
public class Attachment {
    private static final String ADDRESS = "api/attachments/";

    /** No account has this id. */
    static final long NOBODY = 0;

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID id;

    @Column(name = "owner_id")
    private long ownerId;

    private String name;

    private String type;

    private long octets;

    private Integer width;

    private Integer height;

    @Column(name = "thumbnail_type")
    private String thumbnailType;

    @Column(name = "room_id")
    private Long roomId;

    private Long seq;

    @Column(name = "draft_room_id")
    private Long draftRoomId;

    private int place;

    @Column(name = "touched_at")
    private long touchedAt;

    protected Attachment() {}

    /** An upload that nobody has posted yet. */
    Attachment(UUID id, long ownerId, String name, String type, long octets, long now) {
        this.id = id;
        this.ownerId = ownerId;
        this.name = name;
        this.type = type;
        this.octets = octets;
        this.touchedAt = now;
    }

    /** It is a picture, and has a thumbnail. */
    void show(Picture picture) {
        width = picture.width();
        height = picture.height();
        thumbnailType = picture.thumbnailType();
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    /** Its size. */
    long octets() {
        return octets;
    }

    Optional<String> thumbnailType() {
        return Optional.ofNullable(thumbnailType);
    }

    boolean ownedBy(long accountId) {
        return ownerId == accountId;
    }

    /** The room in which it was posted, or {@code null}. */
    Long roomId() {
        return roomId;
    }

    Log.Place message() {
        return new Log.Place(roomId, seq);
    }

    int place() {
        return place;
    }

    /** @param at its place among the files of the message */
    void post(long toRoom, long toSeq, int at) {
        roomId = toRoom;
        seq = toSeq;
        place = at;
        draftRoomId = null;
    }

    Long draftRoomId() {
        return draftRoomId;
    }

    /** @param room with the draft, or {@code null} if it is in none any more */
    void draft(Long room, int at, long now) {
        draftRoomId = room;
        place = at;
        touchedAt = now;
    }

    /** Nobody has it, and yet it stays until it is forgotten. */
    void hold() {
        ownerId = NOBODY;
        touchedAt = Long.MAX_VALUE;
    }

    /** Its message is gone. From now on it is nobody's, and is removed soon. */
    void forget() {
        roomId = null;
        seq = null;
        ownerId = NOBODY;
        touchedAt = 0;
    }

    Details.Attachment json() {
        String address = ADDRESS + id;
        return new Details.Attachment(
                id, name, type, octets, width, height, address, thumbnailType == null ? null : address + "/thumbnail");
    }
}
