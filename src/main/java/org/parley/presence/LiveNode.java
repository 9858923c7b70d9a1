package org.parley.presence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A running server, with the time of its last heartbeat. */
@Entity
@Table(name = "live_node")
class LiveNode {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID id;

    @Column(name = "beat_at")
    private long beatAt;

    protected LiveNode() {}

    LiveNode(UUID id, long beatAt) {
        this.id = id;
        this.beatAt = beatAt;
    }

    UUID id() {
        return id;
    }

    /** The time of the last heartbeat, in milliseconds. */
    long beatAt() {
        return beatAt;
    }
}
