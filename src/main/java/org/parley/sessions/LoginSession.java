package org.parley.sessions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One sign-in of an account on one device. It lives for 30 days after its last use, unless it is ended before. */
@Entity
@Table(name = "login_session")
@DynamicUpdate
class LoginSession {
    static final Duration LIFETIME = Duration.ofDays(30);

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID id;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "user_agent")
    private String userAgent;

    private String address;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "last_seen_at")
    private long lastSeenAt;

    @Column(name = "expires_at")
    private long expiresAt;

    @Column(name = "ended_at")
    private Long endedAt;

    protected LoginSession() {}

    LoginSession(UUID id, long accountId, Client client, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.userAgent = client.userAgent();
        this.address = client.address();
        this.createdAt = now.toEpochMilli();
        seen(now);
    }

    UUID id() {
        return id;
    }

    long accountId() {
        return accountId;
    }

    String userAgent() {
        return userAgent;
    }

    String address() {
        return address;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }

    Instant lastSeenAt() {
        return Instant.ofEpochMilli(lastSeenAt);
    }

    boolean alive(Instant now) {
        return endedAt == null && expiresAt > now.toEpochMilli();
    }

    /** The session was used just now, so its lifetime starts again. */
    final void seen(Instant now) {
        lastSeenAt = now.toEpochMilli();
        expiresAt = now.plus(LIFETIME).toEpochMilli();
    }

    void end(Instant now) {
        endedAt = now.toEpochMilli();
    }
}
