package org.parley.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A ticket that opens one socket. Browsers cannot send a header with a handshake, so the ticket stands in the URL.
 * Proxies read and log URLs, so it works only once.
 */
@Entity
@Table(name = "live_ticket")
class LiveTicket {
    static final Duration LIFETIME = Duration.ofSeconds(30);

    @Id
    @Column(name = "ticket_hash")
    private byte[] hash;

    @Column(name = "session_id")
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID sessionId;

    @Column(name = "expires_at")
    private long expiresAt;

    protected LiveTicket() {}

    LiveTicket(byte[] hash, UUID sessionId, Instant now) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.expiresAt = now.plus(LIFETIME).toEpochMilli();
    }
}
