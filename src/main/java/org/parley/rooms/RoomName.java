package org.parley.rooms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.parley.texts.Name;

/**
 * A room's name, or a former name that is reserved for a while. The key is its skeleton, so that no two names look
 * alike.
 */
@Entity
@Table(name = "room_name")
class RoomName {
    static final Duration KEPT = Duration.ofDays(30);

    @Id
    @Column(name = "name_skeleton")
    private String nameSkeleton;

    @Column(name = "name_folded")
    private String nameFolded;

    @Column(name = "room_id")
    private long roomId;

    @Column(name = "reserved_until")
    private Long reservedUntil;

    protected RoomName() {}

    RoomName(long roomId, Name name) {
        this.nameSkeleton = name.skeleton();
        this.nameFolded = name.folded();
        this.roomId = roomId;
    }

    /** Whether another room may not take it. */
    boolean keptFrom(long otherRoomId, Instant now) {
        return roomId != otherRoomId && (reservedUntil == null || reservedUntil > now.toEpochMilli());
    }

    /** The room now has another name; this one is reserved for a while. */
    void keep(Instant now) {
        reservedUntil = now.plus(KEPT).toEpochMilli();
    }
}
