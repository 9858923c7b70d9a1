package org.parley.reactions;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.messages.Change;
import org.parley.messages.ChangeKind;
import org.parley.messages.Log;
import org.parley.messages.Message;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Standing;

/**
 * The changes of reactions in one batch. It decides in memory and writes at the end, so whatever a person adds and
 * removes meanwhile, it costs at most one row.
 */
final class ReactionBatch implements ChangeKind.Making {
    /** The most kinds of emoji under a message. */
    private static final int MOST_KINDS = 20;

    private final EntityManager entities;
    private final long now;
    private final Map<Log.Place, Tallies> tallies = new HashMap<>();
    private final Map<Reaction.Key, Reaction> stored = new HashMap<>();
    private final Map<Reaction.Key, Reaction> wanted = new LinkedHashMap<>();
    private final Map<Log.Place, Message> messages = new HashMap<>();

    /** @param present the stored reactions of the people who ask for changes */
    ReactionBatch(EntityManager entities, long now, List<Tallies.Tally> tallies, List<Reaction> present) {
        this.entities = entities;
        this.now = now;
        tallies.forEach(tally -> of(tally.message()).add(tally));
        present.forEach(reaction -> stored.put(reaction.key(), reaction));
        wanted.putAll(stored);
    }

    private Tallies of(Log.Place message) {
        return tallies.computeIfAbsent(message, place -> new Tallies());
    }

    @Override
    public boolean make(Change change, Message target, Standing actor) {
        Asking asking = Asking.of(change.value());
        if (target.told()) {
            throw Refusal.of(Code.FORBIDDEN, "A system message takes no reactions.");
        }
        if (asking.added()) {
            if (target.deleted()) {
                throw Refusal.notFound();
            }
            actor.asWriter(change.caller());
        } else {
            actor.asWithdrawer(change.caller());
        }
        messages.put(change.place(), target);
        Reaction.Key key = new Reaction.Key(change.roomId(), change.target(), asking.emoji(), actor.accountId());
        return asking.added() ? add(key, target) : remove(key, target);
    }

    private boolean add(Reaction.Key key, Message target) {
        if (wanted.containsKey(key)) {
            return false;
        }
        Tallies kinds = of(key.message());
        if (!kinds.has(key.emoji()) && kinds.size() == MOST_KINDS) {
            throw Refusal.invalid("emoji", "would be one kind more than the " + MOST_KINDS + " that a message takes");
        }
        Reaction reaction = kinds.reaction(key, now);
        reaction.author(target.senderId());
        wanted.put(key, reaction);
        target.reacted(1);
        return true;
    }

    private boolean remove(Reaction.Key key, Message target) {
        if (wanted.remove(key) == null) {
            return false;
        }
        of(key.message()).less(key.emoji());
        target.reacted(-1);
        return true;
    }

    @Override
    public void made(List<Change> changes) {
        stored.forEach((key, reaction) -> {
            if (lives(key) && !wanted.containsKey(key)) {
                entities.remove(reaction);
            }
        });
        wanted.forEach((key, reaction) -> {
            if (lives(key)) {
                write(stored.get(key), reaction);
            }
        });
    }

    private void write(Reaction before, Reaction after) {
        if (before == null) {
            entities.persist(after);
        } else {
            before.follow(after);
        }
    }

    /** Whether its message is still there: it may have been deleted after the reaction, in the same batch. */
    private boolean lives(Reaction.Key key) {
        Message message = messages.get(key.message());
        return message != null && !message.deleted();
    }
}
