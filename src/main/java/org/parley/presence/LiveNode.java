package org.parley.presence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A running server, and when it last said that it runs. */
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

    /** Milliseconds. */
    long beatAt() {
        return beatAt;
    }
}
