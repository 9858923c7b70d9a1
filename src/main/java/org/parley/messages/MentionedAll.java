package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether messages mention everybody: {@code all} or {@code here}. The row has it, so this costs no statement. */
@ApplicationScoped
class MentionedAll implements Detail<String> {
    @Override
    public Map<Log.Place, String> of(List<LogRow> rows) {
        return rows.stream()
                .filter(row -> row.mentionsAll() != null)
                .collect(Collectors.toMap(LogRow::place, LogRow::mentionsAll, (one, same) -> one));
    }

    @Override
    public Details added(Details details, String word) {
        return details.mentioningAll(word);
    }
}
