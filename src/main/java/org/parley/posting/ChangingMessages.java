package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.messages.Change;
import org.parley.messages.ChangeKind;
import org.parley.messages.Log;
import org.parley.messages.Message;
import org.parley.messages.StoredMessages;
import org.parley.problems.Refusal;
import org.parley.rooms.Standing;
import org.parley.rooms.Standings;

/**
 * Makes the batch's changes of messages, under the rooms' locks. The committer calls it before it writes the batch's
 * messages, so that no message quotes a text that a change removes.
 */
@ApplicationScoped
class ChangingMessages {
    @Inject
    StoredMessages messages;

    /** Makes the permitted changes among these and settles the others. The ones that it made then get a number. */
    void make(List<Posting> postings, Map<Standings.Place, Standing> standings) {
        List<Posting> changes =
                postings.stream().filter(posting -> !posting.speaks()).toList();
        if (changes.isEmpty()) {
            return;
        }
        Map<Log.Place, Message> targets =
                messages.at(changes.stream().map(Posting::target).collect(Collectors.toSet()));
        Map<ChangeKind, ChangeKind.Making> makings = begin(changes);
        Map<ChangeKind, List<Change>> made = new LinkedHashMap<>();
        for (Posting posting : changes) {
            PostingRules.refuseIf(posting, () -> {
                Message target = targets.get(posting.target());
                if (target == null) {
                    throw Refusal.notFound();
                }
                Standing actor = standings.get(posting.place());
                actor.asReader(posting.sender()).asInsider();
                Change change = posting.change();
                if (makings.get(posting.kind()).make(change, target, actor)) {
                    made.computeIfAbsent(posting.kind(), kind -> new ArrayList<>())
                            .add(change);
                } else {
                    posting.unchanged();
                }
            });
        }
        made.forEach((kind, those) -> makings.get(kind).made(those));
    }

    private static Map<ChangeKind, ChangeKind.Making> begin(List<Posting> changes) {
        Map<ChangeKind, List<Change>> asked = changes.stream()
                .collect(Collectors.groupingBy(
                        Posting::kind, LinkedHashMap::new, Collectors.mapping(Posting::change, Collectors.toList())));
        Map<ChangeKind, ChangeKind.Making> makings = new LinkedHashMap<>();
        asked.forEach((kind, those) -> makings.put(kind, kind.begin(those)));
        return makings;
    }
}
