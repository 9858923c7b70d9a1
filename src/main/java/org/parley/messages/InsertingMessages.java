package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.hibernate.Session;

/**
 * Inserts new messages in one JDBC batch, on the connection of the current transaction. A session would keep each row
 * until the end of the transaction and compare it with what it was at each flush, which took a third of the committers'
 * time.
 */
@ApplicationScoped
public class InsertingMessages {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    /** The rows are sent before this returns. */
    public void insert(Collection<Message> messages) {
        if (!messages.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> insert(messages, connection));
        }
    }

    private static void insert(Collection<Message> messages, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Message.INSERT)) {
            for (Message message : messages) {
                message.bind(insert);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
