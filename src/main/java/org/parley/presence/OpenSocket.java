package org.parley.presence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An open socket: on which server, and of which account. */
@Entity
@Table(name = "live_socket")
public class OpenSocket {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID id;

    @Column(name = "node_id")
    @JdbcTypeCode(SqlTypes.BINARY)
    private UUID nodeId;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "opened_at")
    private long openedAt;

    protected OpenSocket() {}

    OpenSocket(UUID id, UUID nodeId, long accountId, long openedAt) {
        this.id = id;
        this.nodeId = nodeId;
        this.accountId = accountId;
        this.openedAt = openedAt;
    }
}
