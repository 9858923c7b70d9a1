package org.parley.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parley.texts.Name;

/**
 * A person's account. Accounts are never deleted, because messages refer to them; a deleted one stays as a tombstone.
 */
@Entity
@Table(name = "account")
@DynamicUpdate
public class Account {
    private static final String USER = "user";
    private static final String ADMIN = "admin";

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

    @Column(name = "avatar_id")
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID avatarId;

    private String role;

    @Column(name = "disabled_at")
    private Long disabledAt;

    @Column(name = "created_at")
    private long createdAt;

    protected Account() {}

    public Account(long id, Name name, String passwordHash, Instant now) {
        this.id = id;
        this.username = name.text();
        this.usernameFolded = name.folded();
        this.usernameSkeleton = name.skeleton();
        this.passwordHash = passwordHash;
        this.displayName = name.text();
        this.bio = "";
        this.role = USER;
        this.createdAt = now.toEpochMilli();
    }

    public long id() {
        return id;
    }

    /** {@code null} if the account is deleted. */
    public String username() {
        return username;
    }

    boolean deleted() {
        return username == null;
    }

    String usernameFolded() {
        return usernameFolded;
    }

    String displayName() {
        return displayName;
    }

    /** An empty display name becomes the username. */
    public void displayName(String name) {
        displayName = name.isEmpty() ? username : name;
    }

    String bio() {
        return bio;
    }

    void bio(String text) {
        bio = text;
    }

    /** The id of the person's picture, or {@code null}. */
    public UUID avatarId() {
        return avatarId;
    }

    /** @param pictureId {@code null} for none */
    public void avatar(UUID pictureId) {
        avatarId = pictureId;
    }

    /** {@code null} if the account is deleted. */
    public String passwordHash() {
        return deleted() ? null : passwordHash;
    }

    public void passwordHash(String hash) {
        passwordHash = hash;
    }

    String role() {
        return role;
    }

    public boolean admin() {
        return admin(role);
    }

    /** Whether this is what the column has for an administrator. */
    public static boolean admin(String role) {
        return ADMIN.equals(role);
    }

    public void admin(boolean admin) {
        role = admin ? ADMIN : USER;
    }

    public boolean disabled() {
        return disabledAt != null;
    }

    public void disable(Instant now) {
        disabledAt = now.toEpochMilli();
    }

    public void enable() {
        disabledAt = null;
    }

    /** The account stays as a tombstone that nobody can use. Only the folded forms of its name stay. */
    public void delete(Instant now) {
        disable(now);
        username = null;
        displayName = "";
        bio = "";
        passwordHash = "";
        role = USER;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdAt);
    }
}
