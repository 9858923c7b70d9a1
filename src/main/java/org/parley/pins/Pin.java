package org.parley.pins;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.parley.messages.Log;

/** A message is pinned. */
@Entity
@Table(name = "pin")
class Pin {
    @Id
    private long id;

    @Column(name = "room_id")
    private long roomId;

    private long seq;

    protected Pin() {}

    /** @param id greater than those of all earlier pins */
    Pin(long id, Log.Place message) {
        this.id = id;
        this.roomId = message.roomId();
        this.seq = message.seq();
    }

    long id() {
        return id;
    }

    Log.Place message() {
        return new Log.Place(roomId, seq);
    }
}
