package org.parley.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.everyone.Everyone;
import org.parley.files.AttachingFiles;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Membership;
import org.parley.rooms.Room;
import org.parley.rooms.Standing;
import org.parley.rooms.Standings;
import org.parley.system.FloodLimits;

class PostingRulesTest {
    private static final long ROOM = 7;

    private final Caller ann = new Caller(1, "ann", "Ann", false, UUID.randomUUID(), "127.0.0.1");
    private final PostingRules rules = new PostingRules();
    private int left = 2;
    private int mentionsOfAll;

    @BeforeEach
    void prepare() {
        rules.limits = new FloodLimits() {
            @Override
            public void take(Kind kind, Object whose) {
                assertEquals(ROOM, whose);
                if (kind == Kind.MENTIONS_OF_ALL) {
                    mentionsOfAll++;
                    return;
                }
                assertEquals(Kind.MESSAGES_IN_ROOM, kind);
                if (left == 0) {
                    throw Refusal.later(Code.RATE_LIMITED, "for a test", Duration.ofSeconds(1));
                }
                left--;
            }
        };
    }

    @Test
    void a_message_counts_once_for_its_room_however_many_attempts_it_takes() {
        Posting first = posting();
        Posting second = posting();
        for (int attempt = 0; attempt < 3; attempt++) {
            judge(List.of(first, second));
            assertFalse(first.settled());
            assertFalse(second.settled());
        }
        assertEquals(0, left);
    }

    @Test
    void a_message_over_the_limit_is_refused_and_may_pass_in_a_later_attempt() {
        Posting third = posting();
        judge(List.of(posting(), posting(), third));
        assertTrue(third.settled());
        left = 1;
        judge(List.of(third));
        assertFalse(third.settled());
        assertEquals(0, left);
    }

    @Test
    void a_message_to_everybody_has_a_limit_of_its_own() {
        Posting toAll = text("hello @all");
        for (int attempt = 0; attempt < 2; attempt++) {
            judge(List.of(toAll));
        }
        assertFalse(toAll.settled());
        assertEquals(1, mentionsOfAll);
    }

    @Test
    void a_reply_to_no_message_is_refused_and_does_not_count() {
        Posting answer = reply(3);
        Posting nonsense = reply(4);
        judge(List.of(nonsense, answer));
        assertFalse(answer.settled());
        assertTrue(nonsense.settled());
        assertEquals(1, left);
    }

    private void judge(List<Posting> batch) {
        batch.forEach(Posting::begin);
        Room room = new Room() {
            @Override
            public long id() {
                return ROOM;
            }
        };
        Standing member = new Standing(room, 1, "ann", "Ann", null, new Membership() {}, false, null, null);
        Map<Log.Place, LoggedMessage.Quote> quotes =
                Map.of(new Log.Place(ROOM, 3), new LoggedMessage.Quote(3, "bob", "tea?"));
        rules.judgeWriters(
                batch,
                new Facts(
                        Map.of(),
                        Map.of(new Standings.Place(ROOM, 1), member),
                        quotes,
                        new Everyone.Reach(Set.of(ROOM)),
                        new AttachingFiles().offered(List.of()),
                        Instant.EPOCH));
    }

    private Posting posting() {
        return reply(null);
    }

    private Posting reply(Integer seq) {
        Long replyTo = seq == null ? null : seq.longValue();
        return new Posting(ann, ROOM, new NewMessage(UUID.randomUUID(), "text", "hello", replyTo, List.of()));
    }

    private Posting text(String body) {
        return new Posting(ann, ROOM, new NewMessage(UUID.randomUUID(), "text", body, null, List.of()));
    }
}
