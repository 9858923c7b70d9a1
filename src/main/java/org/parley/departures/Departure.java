package org.parley.departures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A deleted account that may still be a member of rooms. */
@Entity
@Table(name = "departure")
class Departure {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "begun_at")
    private long begunAt;

    protected Departure() {}

    Departure(long accountId, Instant now) {
        this.accountId = accountId;
        this.begunAt = now.toEpochMilli();
    }

    long accountId() {
        return accountId;
    }

    Instant begunAt() {
        return Instant.ofEpochMilli(begunAt);
    }
}
