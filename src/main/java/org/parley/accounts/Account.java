package org.parley.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person's account. Never deleted, because the log refers to it; a deleted one is a tombstone. */
@Entity
@Table(name = "account")
public class Account {
    @Id
    private long id;

    private String username;

    @Column(name = "username_folded")
    private String usernameFolded;

    @Column(name = "username_skeleton")
    private String usernameSkeleton;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "display_name")
    private String displayName;

    private String bio;

    private String role;

    @Column(name = "disabled_at")
    private Long disabledAt;

    @Column(name = "created_at")
    private long createdAt;

    protected Account() {}

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    String bio() {
        return bio;
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean admin() {
        return "admin".equals(role);
    }

    boolean disabled() {
        return disabledAt != null;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }
}
