package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Completes rows of the log to messages, with at most one statement for each {@link Detail}. */
@ApplicationScoped
class LogDetails {
    private List<Detail<?>> all;

    protected LogDetails() {}

    @Inject
    LogDetails(@Any Instance<Detail<?>> found) {
        all = found.stream().<Detail<?>>map(detail -> detail).toList();
    }

    List<LoggedMessage> complete(List<LogRow> rows) {
        return complete(rows, detail -> true);
    }

    /** Leaves out the details that show a part of other messages. */
    List<LoggedMessage> alone(List<LogRow> rows) {
        return complete(rows, detail -> !detail.showsOthers());
    }

    private List<LoggedMessage> complete(List<LogRow> rows, Predicate<Detail<?>> wanted) {
        Map<Log.Place, Details> details = new HashMap<>();
        all.stream().filter(wanted).forEach(detail -> add(detail, rows, details));
        return rows.stream()
                .map(row ->
                        row.logged(details.isEmpty() ? Details.NONE : details.getOrDefault(row.place(), Details.NONE)))
                .toList();
    }

    private static <T> void add(Detail<T> detail, List<LogRow> rows, Map<Log.Place, Details> details) {
        detail.of(rows)
                .forEach((place, found) ->
                        details.put(place, detail.added(details.getOrDefault(place, Details.NONE), found)));
    }
}
