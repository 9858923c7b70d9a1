package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.parley.everyone.Everyone;
import org.parley.files.AttachingFiles;
import org.parley.messages.Heads;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessagesPosted;
import org.parley.messages.Quotes;
import org.parley.problems.Refusal;
import org.parley.rooms.Room;
import org.parley.rooms.Rooms;
import org.parley.rooms.Standing;
import org.parley.rooms.Standings;
import org.parley.system.Transactions;

/**
 * The transaction of the message path: it locks the rooms, checks the rights, finds repeats, gives numbers, writes the
 * rows and fires the event. The number of statements does not depend on the size of the batch.
 */
@ApplicationScoped
class CommittingMessages {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Rooms rooms;

    @Inject
    Standings standings;

    @Inject
    Repeats repeats;

    @Inject
    PostingRules rules;

    @Inject
    ChangingMessages changing;

    @Inject
    Quotes quotes;

    @Inject
    Everyone everyone;

    @Inject
    AttachingFiles attaching;

    @Inject
    Numbering numbering;

    @Inject
    Heads heads;

    @Inject
    Transactions transactions;

    @Inject
    Event<MessagesPosted> posted;

    @Inject
    Clock clock;

    /** Decides every posting of the attempt. The caller tells the senders after the commit. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void commit(Attempt attempt) {
        transactions.undoOnError(() -> write(attempt));
    }

    private void write(Attempt attempt) {
        Map<Long, Room> locked = lock(attempt);
        List<Posting> batch = attempt.postings();
        if (!batch.isEmpty()) {
            decide(batch, locked);
        }
        entities.flush();
        // Everything is sent. The commit need not look for changes again.
        entities.clear();
        attempt.completed();
    }

    private Map<Long, Room> lock(Attempt attempt) {
        Map<Long, Room> locked = rooms.lock(attempt.roomIds(), attempt.patient()).stream()
                .collect(Collectors.toMap(Room::id, room -> room));
        for (long roomId : attempt.roomIds()) {
            if (!locked.containsKey(roomId) && !attempt.patient()) {
                // The room is locked by another transaction, or it does not exist. The attempt that waits for it will
                // see which.
                attempt.skip(roomId);
            }
        }
        return locked;
    }

    /** The order of the steps is that of the contract: reading, repeats, writing. */
    private void decide(List<Posting> batch, Map<Long, Room> locked) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Undecided undecided = new Undecided(batch);
        undecided.settle(postings -> refuseAbsentRooms(postings, locked));
        if (undecided.left().isEmpty()) {
            return;
        }
        Map<Standings.Place, Standing> standing = standings.of(
                locked, undecided.left().stream().map(Posting::place).collect(Collectors.toSet()));
        undecided.settle(postings -> rules.judgeReaders(postings, standing));
        // Changes are made before anything is quoted or repeated, so that nothing of the batch shows what they take
        // away.
        undecided.settle(postings -> changing.make(postings, standing));
        undecided.settle(repeats::answer);
        Facts facts = new Facts(
                locked, standing, quotes(undecided.left()), reach(undecided.left()), offered(undecided.left()), now);
        undecided.settle(postings -> rules.judgeWriters(postings, facts));
        Map<Long, List<Logged>> written = numbering.write(undecided.left(), facts);
        // This is done even if nothing is new: a repeat may answer with a number whose own commit was never reported.
        locked.values().stream()
                .filter(room -> !room.gone())
                .forEach(room -> posted.fire(heads.news(room, written.getOrDefault(room.id(), List.of()))));
    }

    private Map<Log.Place, LoggedMessage.Quote> quotes(List<Posting> batch) {
        return quotes.at(
                batch.stream().map(Posting::answers).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private Everyone.Reach reach(List<Posting> batch) {
        return everyone.reach(batch.stream()
                .filter(posting -> posting.everyone() != null)
                .map(Posting::roomId)
                .collect(Collectors.toSet()));
    }

    private AttachingFiles.Offered offered(List<Posting> batch) {
        return attaching.offered(batch.stream()
                .flatMap(posting -> posting.attachments().stream())
                .collect(Collectors.toSet()));
    }

    private static void refuseAbsentRooms(List<Posting> batch, Map<Long, Room> locked) {
        batch.stream()
                .filter(posting -> !locked.containsKey(posting.roomId()))
                .forEach(posting -> posting.refused(Refusal.notFound()));
    }
}
