package org.parley.roomfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.parley.messages.ImportedPerson;
import org.parley.messages.InsertingMessages;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Message;
import org.parley.messages.MessageChange;
import org.parley.messages.Remains;
import org.parley.messages.Sender;
import org.parley.problems.DatabaseTrouble;
import org.parley.system.Transactions;

/** Writes the log of a hidden room, a piece in each transaction. */
@ApplicationScoped
class StoringLogs {
    /** More than usual: nobody waits for this transaction. */
    private static final int ROWS_AT_ONCE = 1000;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    @Any
    Instance<Remains> remains;

    @Inject
    InsertingMessages inserting;

    @Inject
    Transactions transactions;

    /** @param people who are new in this piece */
    void store(long roomId, List<Sender> people, List<Entry> piece) {
        try {
            transactions.run(() -> write(roomId, people, piece));
        } catch (PersistenceException refused) {
            throw DatabaseTrouble.duplicate(refused)
                    ? Trouble.in("log.ndjson: a sender has used a clientId twice")
                    : refused;
        }
    }

    private void write(long roomId, List<Sender> people, List<Entry> piece) {
        try (StatelessSession rows =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).openStatelessSession()) {
            insert(rows, people.stream().map(person -> new ImportedPerson(roomId, person)));
            insert(rows, piece.stream().filter(entry -> entry.message() == null).map(StoringLogs::change));
        }
        inserting.insert(piece.stream()
                .filter(entry -> entry.message() != null)
                .map(StoringLogs::message)
                .toList());
        entities.unwrap(Session.class).setJdbcBatchSize(ROWS_AT_ONCE);
        List<LoggedMessage> messages =
                piece.stream().map(Entry::message).filter(Objects::nonNull).toList();
        remains.forEach(each -> each.restore(messages));
    }

    /** In one batch, and without what a session does to notice changes. */
    private static void insert(StatelessSession session, Stream<?> entities) {
        List<?> rows = entities.toList();
        // With a larger batch, the commit would be the first to send these rows.
        session.setJdbcBatchSize(rows.size());
        rows.forEach(session::insert);
    }

    private static Message message(Entry entry) {
        return entry.message().system() == null
                ? new Message(entry.message())
                : new Message(entry.message(), null, entry.value());
    }

    private static MessageChange change(Entry entry) {
        return new MessageChange(entry.change(), entry.time());
    }
}
