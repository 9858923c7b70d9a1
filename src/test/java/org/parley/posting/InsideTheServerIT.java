package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.invites.InviteStage;
import org.parley.live.Lag;
import org.parley.messages.Log;
import org.parley.presence.DeadServer;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.reports.ReportStage;
import org.parley.rooms.JoiningRooms;
import org.parley.rooms.LockStage;
import org.parley.rooms.Room;
import org.parley.rooms.Stage;
import org.parley.system.Transactions;

/** What is invisible from outside: how many statements something costs, and what is sent before or after a commit. */
@Tag("embedded")
@ArquillianTest
class InsideTheServerIT {
    @Inject
    Stage stage;

    @Inject
    TalkStage talk;

    @Inject
    ReadStage reading;

    @Inject
    Statements statements;

    @Inject
    Witness witness;

    @Inject
    JoiningRooms joining;

    @Inject
    PostingMessages posting;

    @Inject
    CommittingMessages committing;

    @Inject
    Log log;

    @Inject
    Lag lag;

    @Inject
    DeadServer deadServer;

    @Inject
    ReportStage reports;

    @Inject
    Transactions transactions;

    @Inject
    LockStage locks;

    @Inject
    InviteStage invites;

    @Deployment
    static WebArchive parley() {
        return InsideArchive.parley();
    }

    @Test
    void the_list_of_rooms_costs_the_same_for_two_rooms_as_for_sixty() {
        Caller dora = stage.person("dora");
        Caller ann = stage.person("ann");
        Caller bob = stage.person("bob");
        talk.fill(dora, ann, 2);
        talk.fill(dora, bob, 60);

        assertEquals(statements.during(() -> reading.seeAll(ann, 2)), statements.during(() -> reading.seeAll(bob, 60)));
    }

    @Test
    void the_newest_page_costs_one_statement_and_no_transaction() {
        Caller ann = stage.person("ann");
        Room room = talk.begunRoom(ann);
        Runnable page = () -> assertEquals(1, reading.page(ann, room).page().head());

        assertEquals(1, statements.during(page));
        assertEquals(0, statements.transactionsDuring(page));
    }

    @Test
    void threads_of_a_pool_do_not_read_what_another_one_asked_for() {
        Caller ann = stage.person("ann");
        Room room = stage.room(ann);
        assertEquals(Arrays.asList(ann, null), reading.seenAtOnce(room, List.of(ann, stage.person("bob"))));
    }

    @Test
    void a_batch_costs_the_same_for_one_message_as_for_fifty() {
        Caller ann = stage.person("ann");
        Room room = talk.begunRoom(ann);

        assertEquals(
                statements.during(() -> commit(TalkStage.postings(ann, room, 1))),
                statements.during(() -> commit(TalkStage.postings(ann, room, 50))));
        assertEquals(1 + 51 * Statements.TIMES, log.range(room.id(), 1, 1000).size());
    }

    @Test
    void a_batch_costs_the_same_for_one_reaction_as_for_twenty() {
        Caller ann = stage.person("ann");
        Room room = talk.begunRoom(ann);

        assertEquals(toggling(ann, room, 1), toggling(ann, room, 20));
        assertEquals(
                1 + 2 * 21 * Statements.TIMES, log.range(room.id(), 1, 1000).size());
    }

    private long toggling(Caller person, Room room, int count) {
        return statements.during(() -> {
            commit(talk.reactions(person, room, count, "+"));
            commit(talk.reactions(person, room, count, "-"));
        });
    }

    private void commit(List<Posting> postings) {
        committing.commit(new Attempt(postings, true));
    }

    @Test
    void a_batch_costs_the_same_for_one_room_as_for_ten() {
        Caller ann = stage.person("ann");
        Room one = talk.begunRoom(ann);
        List<Room> ten = Stream.generate(() -> talk.begunRoom(ann)).limit(10).toList();

        assertEquals(
                statements.during(() -> commit(TalkStage.postings(ann, one, 1))),
                statements.during(() -> commit(ten.stream()
                        .flatMap(room -> TalkStage.postings(ann, room, 1).stream())
                        .toList())));
        for (Room room : ten) {
            assertEquals(1 + Statements.TIMES, log.range(room.id(), 1, 100).size());
        }
    }

    @Test
    void messages_are_told_when_everybody_can_read_them() {
        Caller ann = stage.person("ann");
        Room room = stage.room(ann);
        witness.watch(room.id());
        committing.commit(new Attempt(List.of(new Posting(ann, room.id(), TalkStage.text("hello", null))), true));

        assertEquals(
                List.of(new Witness.Sight("fired", room.id(), false), new Witness.Sight("told", room.id(), true)),
                witness.of(room.id()));
        assertEquals(1, witness.shownEarly(room.id()), "its number may be shown before anybody is told of it");
    }

    @Test
    void what_is_rolled_back_is_told_to_nobody() {
        Caller ann = stage.person("ann");
        Room room = stage.room(ann);
        witness.watch(room.id());
        witness.spoil(room.id());
        List<Posting> batch = List.of(new Posting(ann, room.id(), TalkStage.text("hello", null)));
        assertThrows(IllegalStateException.class, () -> committing.commit(new Attempt(batch, true)));

        assertEquals(List.of(new Witness.Sight("fired", room.id(), false)), witness.of(room.id()));
        assertEquals(List.of(), log.range(room.id(), 1, 2));
    }

    @Test
    void what_meets_an_error_is_rolled_back() {
        Caller ann = stage.person("ann");
        Caller bob = stage.person("bob");
        Room room = stage.room(ann);
        Runnable spoiled = () -> {
            joining.join(bob, room.name(), null);
            throw new StackOverflowError("for a test");
        };
        assertThrows(StackOverflowError.class, () -> transactions.run(spoiled));

        assertEquals(List.of(), stage.roomsOf(bob));
    }

    @Test
    void a_person_who_is_told_that_a_message_is_stored_finds_it_at_that_moment() {
        Caller ann = stage.person("ann");
        Room room = stage.room(ann);
        for (int i = 1; i <= 20; i++) {
            Log.Place place = new Log.Place(room.id(), i);
            assertTrue(posting.post(ann, room.id(), TalkStage.text("hello", null))
                    .thenApply(posted -> witness.readable(List.of(place)))
                    .join());
        }
    }

    @Test
    void a_person_who_speaks_in_a_room_whose_listeners_are_far_behind_is_told_to_wait_and_nobody_else_is() {
        Caller ann = stage.person("ann");
        Room full = stage.room(ann);
        Room almostFull = stage.room(ann);
        lag.by(ann, full, 2001);
        lag.by(ann, almostFull, 2000);
        NewMessage hello = TalkStage.text("hello", null);

        CompletableFuture<Posted> refused = posting.post(ann, full.id(), hello);
        Throwable failure =
                assertThrows(CompletionException.class, refused::join).getCause();
        assertEquals(Code.UNAVAILABLE, assertInstanceOf(Refusal.class, failure).code());
        assertEquals(List.of(), log.range(full.id(), 1, 1));
        assertEquals(
                1, posting.post(ann, almostFull.id(), hello).join().message().seq());
    }

    @Test
    void a_person_on_a_server_that_broke_down_was_there_until_its_last_heartbeat() {
        Caller ann = stage.person("ann");
        Caller bob = stage.person("bob");
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        Instant lastBeat = now.minusSeconds(60);
        deadServer.left(ann.accountId(), lastBeat);
        deadServer.left(bob.accountId(), now);
        deadServer.clear();

        assertEquals(lastBeat, deadServer.lastSeen(ann.accountId()));
        assertEquals(0, deadServer.sockets(ann.accountId()));
        assertEquals(1, deadServer.sockets(bob.accountId()), "its server has just said that it runs");
    }

    @Test
    void a_list_of_reports_costs_the_same_for_two_as_for_forty() {
        Caller ann = stage.person("ann");
        Room few = talk.reportedRoom(ann, 2);
        Room many = talk.reportedRoom(ann, 40);
        assertEquals(
                statements.during(() -> assertEquals(2, reports.ofRoom(ann, few))),
                statements.during(() -> assertEquals(40, reports.ofRoom(ann, many))));
        Caller root =
                new Caller(ann.accountId(), ann.username(), ann.displayName(), true, ann.sessionId(), "127.0.0.1");
        assertEquals(
                statements.during(() -> assertEquals(2, reports.everywhere(2))),
                statements.during(() -> assertEquals(42, reports.everywhere(42))));
    }

    @Test
    void nobody_waits_for_the_lock_of_a_room_in_which_they_have_no_right() {
        Caller ann = stage.person("ann");
        Caller bob = stage.person("bob");
        Caller dora = stage.person("dora");
        Room room = stage.room(ann);
        joining.join(bob, room.name(), null);
        String code = invites.invite(ann, room);
        locks.whileLocked(room, () -> {
            for (Caller caller : List.of(bob, dora)) {
                refused(() -> locks.kick(caller, room, ann.username()));
                refused(() -> locks.mute(caller, room, ann.username()));
                refused(() -> locks.liftMute(caller, room, ann.username()));
                refused(() -> locks.add(caller, room, dora.username()));
                refused(() -> locks.makeOwner(caller, room, bob.username()));
                refused(() -> locks.changeTopic(caller, room));
                refused(() -> locks.delete(caller, room));
                refused(() -> invites.invite(caller, room));
                refused(() -> invites.revoke(caller, room, code));
                refused(() -> reports.dismiss(caller, room, "1"));
            }
            refused(() -> locks.leave(dora, room));
        });
        locks.leave(bob, room);
    }

    /** The door refuses, and not the database after a useless wait. */
    private static void refused(Runnable attempt) {
        assertThrows(Refusal.class, attempt::run);
    }
}
