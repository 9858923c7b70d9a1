package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.rooms.Standing;
import org.parley.rooms.Standings;
import org.parley.system.FloodLimits;

/**
 * Decides whether a posting is permitted, under the room's lock, in the contract's order: reading, (repeats), writing,
 * slow mode, flood.
 */
@ApplicationScoped
class PostingRules {
    @Inject
    FloodLimits limits;

    /** Refuses people who may not read. The others always get an answer to a repeat. */
    void judgeReaders(List<Posting> batch, Map<Standings.Place, Standing> standings) {
        for (Posting posting : batch) {
            Standing standing = standings.get(posting.place());
            refuseIf(posting, () -> {
                if (standing == null) {
                    throw Refusal.of(Code.UNAUTHENTICATED, "This account is gone or disabled.");
                }
                standing.asReader(posting.sender());
            });
        }
    }

    /** Refuses messages of people who may not write, or not yet. Changes were checked when they were made. */
    void judgeWriters(List<Posting> batch, Facts facts) {
        for (Posting posting : batch) {
            if (!posting.speaks()) {
                continue;
            }
            Standing standing = facts.standing(posting);
            refuseIf(posting, () -> {
                // Check this first, so that a malformed message does not count for slow mode.
                if (posting.answers() != null && facts.quote(posting) == null) {
                    throw Refusal.invalid("replyTo", "must be the number of a message of this room");
                }
                facts.offered().judge(posting.attachments(), posting.sender().accountId());
                standing.asWriter(posting.sender());
                boolean slow = standing.room().slowModeSeconds() > 0 && !standing.staff(posting.sender());
                if (slow) {
                    judgePace(standing, facts.now());
                }
                if (!posting.counted()) {
                    count(posting, facts.everyone(posting) != null);
                }
                if (slow) {
                    // Set it now and not after the insert: the sender's next message may be in this batch.
                    standing.membership().posted(facts.now());
                }
                facts.offered().take(posting.attachments());
            });
        }
    }

    private void count(Posting posting, boolean mentionsAll) {
        FloodLimits.Token message = new FloodLimits.Token(FloodLimits.Kind.MESSAGES_IN_ROOM, posting.roomId());
        if (mentionsAll) {
            limits.take(List.of(new FloodLimits.Token(FloodLimits.Kind.MENTIONS_OF_ALL, posting.roomId()), message));
        } else {
            limits.take(message.kind(), message.whose());
        }
        posting.count();
    }

    private static void judgePace(Standing standing, Instant now) {
        Instant last = standing.membership().lastPostedAt();
        if (last != null) {
            Duration left =
                    Duration.between(now, last.plusSeconds(standing.room().slowModeSeconds()));
            if (left.compareTo(Duration.ZERO) > 0) {
                throw Refusal.later(Code.RATE_LIMITED, "This room is in slow mode.", left);
            }
        }
    }

    static void refuseIf(Posting posting, Runnable rule) {
        try {
            rule.run();
        } catch (Refusal refused) {
            posting.refused(refused);
        }
    }
}
