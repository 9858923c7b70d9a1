package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.system.KeyTable;

/** What replies show of the messages that they answer. */
@ApplicationScoped
public class Quotes implements Detail<LoggedMessage.Quote> {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    QuotedFiles files;

    @Override
    public Map<Log.Place, LoggedMessage.Quote> of(List<LogRow> rows) {
        List<LogRow> replies =
                rows.stream().filter(row -> row.replyTo() != null).toList();
        Map<Log.Place, LoggedMessage.Quote> answered =
                at(replies.stream().map(LogRow::answers).distinct().toList());
        Map<Log.Place, LoggedMessage.Quote> quotes = new HashMap<>();
        for (LogRow reply : replies) {
            LoggedMessage.Quote quote = answered.get(reply.answers());
            if (quote != null) {
                quotes.put(reply.place(), quote);
            }
        }
        return quotes;
    }

    @Override
    public Details added(Details details, LoggedMessage.Quote found) {
        return details.answering(found);
    }

    @Override
    public boolean showsOthers() {
        return true;
    }

    /**
     * By the place of the message that is quoted; a place without a message is absent. It takes one statement, one more
     * if a message has files and no text, or none.
     */
    public Map<Log.Place, LoggedMessage.Quote> at(Collection<Log.Place> places) {
        Map<Log.Place, LoggedMessage.Quote> quotes = new HashMap<>();
        if (places.isEmpty()) {
            return quotes;
        }
        Set<Log.Place> wordless = new HashSet<>();
        KeyTable keys = Log.Place.table(places);
        Query query =
                entities.createNativeQuery("SELECT m.room_id, m.seq, a.username, m.kind, m.body, m.attachments FROM "
                        + keys.table(entities) + " w JOIN message m ON m.room_id = w.room_id AND m.seq = w.seq"
                        + " LEFT JOIN account a ON a.id = m.sender_id");
        keys.bind(query, 1);
        for (Object found : (List<?>) query.getResultList()) {
            Object[] row = (Object[]) found;
            Log.Place place = Log.Place.of(row);
            String body = row[3].equals(LoggedMessage.SYSTEM) ? "" : (String) row[4];
            quotes.put(place, LoggedMessage.Quote.of(place.seq(), (String) row[2], body));
            if (body.isEmpty() && ((Number) row[5]).intValue() > 0) {
                wordless.add(place);
            }
        }
        files.of(wordless)
                .forEach((place, shown) -> quotes.computeIfPresent(place, (same, quote) -> quote.showing(shown)));
        return quotes;
    }
}
