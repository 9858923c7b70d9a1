package org.parley.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every kind of change there is. */
@ApplicationScoped
public class ChangeKinds {
    private Map<String, ChangeKind> byName;

    protected ChangeKinds() {}

    @Inject
    ChangeKinds(@Any Instance<ChangeKind> kinds) {
        byName = kinds.stream().collect(Collectors.toUnmodifiableMap(ChangeKind::name, kind -> kind));
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
