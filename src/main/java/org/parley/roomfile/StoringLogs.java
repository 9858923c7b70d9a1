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
import org.hibernate.Session;
import org.parley.messages.ImportedPerson;
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
        entities.unwrap(Session.class).setJdbcBatchSize(ROWS_AT_ONCE);
        people.forEach(person -> entities.persist(new ImportedPerson(roomId, person)));
        for (Entry entry : piece) {
            entities.persist(row(entry));
        }
        List<LoggedMessage> messages =
                piece.stream().map(Entry::message).filter(Objects::nonNull).toList();
        remains.forEach(each -> each.restore(messages));
    }

    private static Object row(Entry entry) {
        if (entry.message() == null) {
            return new MessageChange(entry.change(), entry.time());
        }
        return entry.message().system() == null
                ? new Message(entry.message())
                : new Message(entry.message(), null, entry.value());
    }
}
