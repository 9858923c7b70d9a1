package org.parley.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A token that refreshes a session once. A sign-in makes the first one, and the use of each makes the next. */
@Entity
@Table(name = "refresh_token")
class RefreshToken {
    @Id
    @Column(name = "token_hash")
    private byte[] hash;

    @Column(name = "session_id")
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID sessionId;

    private byte[] predecessor;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "used_at")
    private Long usedAt;

    protected RefreshToken() {}

    RefreshToken(byte[] hash, UUID sessionId, byte[] predecessor, Instant now) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.predecessor = predecessor;
        this.createdAt = now.toEpochMilli();
    }

    /** {@code null} while unused. */
    Instant usedAt() {
        return usedAt == null ? null : Instant.ofEpochMilli(usedAt);
    }
}
