package org.parley.messages;

import java.util.List;
import org.parley.problems.Refusal;
import org.parley.rooms.Standing;

/**
 * A kind of change of a message. CDI finds all of them. The committer makes changes with it, and the log is read with
 * it. Implementations are application-scoped beans.
 */
public interface ChangeKind {
    /** As the table has it: at most 16 letters, never used again for something else. */
    String name();

    /**
     * Judges a change and makes it, under its room's lock and in the transaction that gives it its number. A batch's
     * changes are made in the order in which they came, before its messages are written.
     *
     * @param target the message, to be changed in place
     * @param actor the caller in the room, who may read it
     * @return {@code false} if it changes nothing: then it takes no number and nobody hears of it
     * @throws Refusal if it may not be made
     */
    boolean make(Change change, Message target, Standing actor);

    /** For what can be done once for all that a batch has made. */
    default void made(List<Change> changes) {}

    /** The log's entries for these rows, which are all of this kind; in a fixed number of statements. */
    List<? extends Logged> logged(List<ChangeRow> rows);
}
