package org.parley.messages;

import java.util.List;
import java.util.Optional;
import org.parley.problems.Refusal;
import org.parley.rooms.Standing;

/**
 * A kind of change of a message. CDI finds all of them. The committer uses it to make changes, and {@link Log} to read
 * them. Implementations are application-scoped beans.
 */
public interface ChangeKind {
    /** The name in the table: at most 16 letters. A name is never given another meaning. */
    String name();

    /** Prepares for a batch. @param changes all of this kind that the batch asks for, in their order */
    Making begin(List<Change> changes);

    /** What the log's row of a change keeps of its value; at most 64 characters. */
    default String stored(String value) {
        return value;
    }

    /** The log's entries for these rows of this kind, with a fixed number of statements. */
    List<? extends Logged> logged(List<ChangeRow> rows);

    /**
     * The value of the change that such a frame tells, as {@link #stored} keeps it.
     *
     * @param type of a frame from the file of a room
     * @param emoji {@code null} unless the frame has one
     * @return empty if frames of this type tell another kind of change
     * @throws Refusal if the kind needs an emoji and this is none
     */
    Optional<String> told(String type, String emoji);

    /** Makes the changes of one kind in one batch. */
    interface Making {
        /**
         * Judges a change and makes it, under its room's lock and in the transaction that gives it its number. A
         * batch's changes are made in the order in which they came, before its messages are written.
         *
         * @param target the message, to be changed in place
         * @param actor the caller in the room, who may read it
         * @return {@code false} if nothing changes: then the change gets no number, and nobody is told
         * @throws Refusal if it may not be made
         */
        boolean make(Change change, Message target, Standing actor);

        /** Called once at the end with all changes that were made. */
        default void made(List<Change> changes) {}
    }
}
