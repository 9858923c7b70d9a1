package org.parley.admin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.parley.accounts.AccountAdministered;

/** Which administrator did what to which account. Entries never change. */
@Entity
@Table(name = "admin_entry")
class AdminEntry {
    @Id
    private long id;

    private String action;

    @Column(name = "by_id")
    private long byId;

    @Column(name = "target_id")
    private long targetId;

    @Column(name = "created_at")
    private long createdAt;

    protected AdminEntry() {}

    AdminEntry(long id, AccountAdministered done, Instant now) {
        this.id = id;
        this.action = done.action().name().toLowerCase(Locale.ROOT);
        this.byId = done.byId();
        this.targetId = done.accountId();
        this.createdAt = now.toEpochMilli();
    }

    long id() {
        return id;
    }

    String action() {
        return action;
    }

    long byId() {
        return byId;
    }

    long targetId() {
        return targetId;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }
}
