package org.parley.posting;

import java.time.Instant;
import java.util.Map;
import org.parley.everyone.Everyone;
import org.parley.files.AttachingFiles;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage.Quote;
import org.parley.rooms.Room;
import org.parley.rooms.Standing;
import org.parley.rooms.Standings;

/**
 * The committer reads this once for a batch, under the rooms' locks, to judge the batch and to write it.
 *
 * @param rooms by id, locked
 * @param quotes what replies of the batch show of the messages they answer; a place without a message is absent
 * @param reach where the batch may mention everybody
 * @param offered the files that messages of the batch bring
 */
record Facts(
        Map<Long, Room> rooms,
        Map<Standings.Place, Standing> standings,
        Map<Log.Place, Quote> quotes,
        Everyone.Reach reach,
        AttachingFiles.Offered offered,
        Instant now) {

    /** {@code null} if the account is gone or disabled. */
    Standing standing(Posting posting) {
        return standings.get(posting.place());
    }

    /** {@code null} if the posting is no reply, or if there is no such message. */
    Quote quote(Posting posting) {
        Log.Place answered = posting.answers();
        return answered == null ? null : quotes.get(answered);
    }

    /** {@code all} or {@code here} if the message of a member mentions everybody; else {@code null}. */
    String everyone(Posting posting) {
        return reach.of(posting.everyone(), standing(posting), posting.sender());
    }
}
