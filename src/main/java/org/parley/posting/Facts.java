package org.parley.posting;

import java.time.Instant;
import java.util.Map;
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
 */
record Facts(
        Map<Long, Room> rooms, Map<Standings.Place, Standing> standings, Map<Log.Place, Quote> quotes, Instant now) {

    /** {@code null} if the account is gone or disabled. */
    Standing standing(Posting posting) {
        return standings.get(posting.place());
    }

    /** {@code null} if the posting is no reply, or if there is no such message. */
    Quote quote(Posting posting) {
        Log.Place answered = posting.answers();
        return answered == null ? null : quotes.get(answered);
    }
}
