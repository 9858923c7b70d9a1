package org.parley.deletions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.messages.Change;
import org.parley.messages.ChangeKind;
import org.parley.messages.ChangeRow;
import org.parley.messages.Message;
import org.parley.messages.Remains;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Audit;
import org.parley.rooms.AuditNote;
import org.parley.rooms.Standing;

/** Deletes messages: the author may, and the room's owners and moderators. Nothing of the text is kept. */
@ApplicationScoped
public class DeletingMessages implements ChangeKind, ChangeKind.Making {
    @Inject
    @Any
    Instance<Remains> remains;

    @Inject
    Audit audit;

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public Making begin(List<Change> changes) {
        return this;
    }

    @Override
    public boolean make(Change change, Message target, Standing actor) {
        if (target.told()) {
            throw Refusal.of(Code.FORBIDDEN, "A system message cannot be deleted.");
        }
        boolean own = target.senderId() == actor.accountId();
        actor.asRemover(change.caller(), own);
        if (target.deleted()) {
            return false;
        }
        target.delete();
        if (!own) {
            audit.note(
                    new AuditNote(change.roomId(), actor.accountId(), "delete", target.senderId(), null, null),
                    target.seq());
        }
        return true;
    }

    /** Removes what belongs to the deleted messages. */
    @Override
    public void made(List<Change> changes) {
        Map<Long, Set<Long>> byRoom = changes.stream()
                .collect(Collectors.groupingBy(
                        Change::roomId, TreeMap::new, Collectors.mapping(Change::target, Collectors.toSet())));
        byRoom.forEach((roomId, numbers) -> remains.forEach(each -> each.forget(roomId, numbers)));
    }

    @Override
    public Optional<String> told(String type, String emoji) {
        return type.equals(LoggedDeletion.TYPE) ? Optional.of("") : Optional.empty();
    }

    @Override
    public List<LoggedDeletion> logged(List<ChangeRow> rows) {
        return rows.stream()
                .map(row -> new LoggedDeletion(row.roomId(), row.seq(), row.actorId(), row.username(), row.target()))
                .toList();
    }
}
