package org.parley.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.messages.Detail;
import org.parley.messages.Details;
import org.parley.messages.Log;
import org.parley.messages.LogRow;
import org.parley.messages.QuotedFiles;
import org.parley.system.KeyTable;

/** The files that messages show, in full or in one line. */
@ApplicationScoped
class AttachmentsOfMessages implements Detail<List<Details.Attachment>>, QuotedFiles {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Override
    public Map<Log.Place, List<Details.Attachment>> of(List<LogRow> rows) {
        return at(rows.stream().filter(LogRow::attached).map(LogRow::place).toList());
    }

    @Override
    public Map<Log.Place, Details.Files> of(Collection<Log.Place> places) {
        return at(List.copyOf(places)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Details.Files.of(entry.getValue())));
    }

    private Map<Log.Place, List<Details.Attachment>> at(List<Log.Place> places) {
        Map<Log.Place, TreeSet<Attachment>> found = new HashMap<>();
        KeyTable.inParts(places, KeyTable.MOST_IN_STATEMENT, part -> read(part, found));
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                .map(Attachment::json)
                .toList()));
    }

    private void read(List<Log.Place> places, Map<Log.Place, TreeSet<Attachment>> found) {
        KeyTable keys = Log.Place.table(places);
        Query query = entities.createNativeQuery(
                "SELECT a.* FROM " + keys.table(entities) + " w JOIN attachment a"
                        + " ON a.room_id = w.room_id AND a.seq = w.seq",
                Attachment.class);
        keys.bind(query, 1);
        for (Object each : query.getResultList()) {
            Attachment attachment = (Attachment) each;
            // The list of keys is padded, so a file may come twice.
            found.computeIfAbsent(
                            attachment.message(), place -> new TreeSet<>(Comparator.comparingInt(Attachment::place)))
                    .add(attachment);
        }
    }

    @Override
    public Details added(Details details, List<Details.Attachment> found) {
        return details.attaching(found);
    }
}
