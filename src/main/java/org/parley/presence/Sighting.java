package org.parley.presence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a person was last online. */
@Entity
@Table(name = "sighting")
public class Sighting {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "seen_at")
    private long seenAt;

    protected Sighting() {}

    Sighting(long accountId, Instant seenAt) {
        this.accountId = accountId;
        this.seenAt = seenAt.toEpochMilli();
    }
}
