package org.parley.posting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** One draft on its way through the committer. Its sender is told the result only after the transaction has ended. */
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
        // Done on the sender's thread, because the committer must not spend time on it.
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

    /** Whether it is a new message; otherwise it changes one. */
    boolean speaks() {
        return draft instanceof NewMessage;
    }

    /** The draft of a message. */
    NewMessage message() {
        return (NewMessage) draft;
    }

    /** The kind of a change. */
    ChangeKind kind() {
        return ((NewChange) draft).kind();
    }

    /** The message that a change is about. */
    Log.Place target() {
        return change().place();
    }

    Change change() {
        NewChange asked = (NewChange) draft;
        return new Change(sender, roomId, asked.target(), asked.value());
    }

    /** The row of a change under this number. */
    ChangeRow row(long seq, Standing actor) {
        NewChange asked = (NewChange) draft;
        return new ChangeRow(
                roomId,
                seq,
                asked.kind().name(),
                actor.accountId(),
                actor.username(),
                asked.target(),
                asked.kind().stored(asked.value()));
    }

    /** The folded names that the text may mention. */
    Set<String> names() {
        return names;
    }

    /** The word with which the text mentions everybody: {@code all}, {@code here} or {@code null}. */
    String everyone() {
        return Mentions.everyone(names);
    }

    /** The uploaded files that it brings. */
    List<UUID> attachments() {
        return speaks() ? message().attachments() : List.of();
    }

    /** The message that it replies to, or {@code null}. */
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

    /**
     * Whether the sender already has an answer, for example because it took too long. Then it must not be committed.
     */
    boolean answered() {
        return answer.isDone();
    }

    /** A new attempt begins; the result of an earlier attempt was rolled back. */
    void begin() {
        posted = null;
        refusal = null;
        first = null;
    }

    /** Whether the room's flood limit has counted it. It counts once, however many attempts it takes. */
    boolean counted() {
        return counted;
    }

    void count() {
        counted = true;
    }

    void posted(Logged logged, boolean repeated) {
        posted = new Posted(logged, repeated);
    }

    /** The change would change nothing, so it is not recorded. */
    void unchanged() {
        posted = new Posted(null, true);
    }

    void refused(Refusal reason) {
        refusal = reason;
    }

    /** It repeats another posting of its batch and gets the same result. */
    void repeats(Posting earlier) {
        first = earlier;
    }

    boolean settled() {
        return posted != null || refusal != null || first != null;
    }

    /** Tells the sender the result. Call it after the transaction has ended. */
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
