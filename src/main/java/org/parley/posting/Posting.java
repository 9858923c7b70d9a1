package org.parley.posting;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.parley.accounts.Caller;
import org.parley.messages.Change;
import org.parley.messages.ChangeKind;
import org.parley.messages.ChangeRow;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.Mentions;
import org.parley.problems.Refusal;
import org.parley.rooms.Standing;
import org.parley.rooms.Standings;

/** One draft on its way through the committer. What a transaction made of it is told only after that has ended. */
final class Posting {
    private final Caller sender;
    private final long roomId;
    private final Draft draft;
    private final Set<String> names;
    private final CompletableFuture<Posted> answer = new CompletableFuture<>();
    private Posted posted;
    private Refusal refusal;
    private Posting first;
    private boolean counted;

    Posting(Caller sender, long roomId, Draft draft) {
        this.sender = sender;
        this.roomId = roomId;
        this.draft = draft;
        // Here, on the sender's thread: the committer has no time for it.
        this.names = speaks() ? Mentions.names(message().body()) : Set.of();
    }

    Caller sender() {
        return sender;
    }

    long roomId() {
        return roomId;
    }

    Draft draft() {
        return draft;
    }

    /** Whether it is to become a message; else it changes one. */
    boolean speaks() {
        return draft instanceof NewMessage;
    }

    /** Of what speaks. */
    NewMessage message() {
        return (NewMessage) draft;
    }

    /** Of a change. */
    ChangeKind kind() {
        return ((NewChange) draft).kind();
    }

    /** The message that a change is about. */
    Log.Place target() {
        return new Log.Place(roomId, ((NewChange) draft).target());
    }

    Change change() {
        NewChange asked = (NewChange) draft;
        return new Change(sender, roomId, asked.target(), asked.value());
    }

    /** The row of a change under this number. */
    ChangeRow row(long seq, Standing actor) {
        NewChange asked = (NewChange) draft;
        return new ChangeRow(
                roomId, seq, asked.kind().name(), actor.accountId(), actor.username(), asked.target(), asked.value());
    }

    /** The folded names that its text may mention. */
    Set<String> names() {
        return names;
    }

    /** The message that it answers, or {@code null}. */
    Log.Place answers() {
        return speaks() && message().replyTo() != null
                ? new Log.Place(roomId, message().replyTo())
                : null;
    }

    Standings.Place place() {
        return new Standings.Place(roomId, sender.accountId());
    }

    CompletableFuture<Posted> answer() {
        return answer;
    }

    /** Whether it was answered already: because it waited too long, for instance. Such a one must not be committed. */
    boolean answered() {
        return answer.isDone();
    }

    /** A new attempt begins; what an earlier one made of it was rolled back. */
    void begin() {
        posted = null;
        refusal = null;
        first = null;
    }

    /** Whether the room's flood limit has counted it: once, however many attempts it takes. */
    boolean counted() {
        return counted;
    }

    void count() {
        counted = true;
    }

    void posted(Logged logged, boolean repeated) {
        posted = new Posted(logged, repeated);
    }

    /** It would change nothing, and so leaves no trace. */
    void unchanged() {
        posted = new Posted(null, true);
    }

    void refused(Refusal reason) {
        refusal = reason;
    }

    /** It repeats another posting of its batch, and whatever becomes of that one is its answer. */
    void repeats(Posting earlier) {
        first = earlier;
    }

    boolean settled() {
        return posted != null || refusal != null || first != null;
    }

    /** Tells the sender; the transaction has ended. */
    void tell() {
        Refusal refused = first == null ? refusal : first.refusal;
        if (refused != null) {
            answer.completeExceptionally(refused);
        } else if (first != null) {
            answer.complete(new Posted(first.posted.entry(), true));
        } else {
            answer.complete(posted);
        }
    }

    void tell(Refusal reason) {
        answer.completeExceptionally(reason);
    }
}
