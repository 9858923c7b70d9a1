package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every kind of change there is. */
@ApplicationScoped
public class ChangeKinds {
    /** No account has this id. */
    private static final long NOBODY = 0;

    private Map<String, ChangeKind> byName;

    protected ChangeKinds() {}

    @Inject
    ChangeKinds(@Any Instance<ChangeKind> kinds) {
        byName = kinds.stream().collect(Collectors.toUnmodifiableMap(ChangeKind::name, kind -> kind));
    }

    /**
     * The row of a change that a frame from the file of a room tells. Nobody here has made it.
     *
     * @param emoji {@code null} unless the frame has one
     * @return empty if no kind of change has frames of this type
     */
    public Optional<ChangeRow> row(Log.Place place, String type, long target, String emoji) {
        return byName.values().stream()
                .flatMap(kind -> kind
                        .told(type, emoji)
                        .map(value ->
                                new ChangeRow(place.roomId(), place.seq(), kind.name(), NOBODY, null, target, value))
                        .stream())
                .findFirst();
    }

    /** What the log tells of these rows, in any order. */
    public List<Logged> logged(List<ChangeRow> rows) {
        List<Logged> entries = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(ChangeRow::kind))
                .forEach((kind, those) -> entries.addAll(byName.get(kind).logged(those)));
        return entries;
    }
}
