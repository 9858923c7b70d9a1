package org.parley.messages;

import java.util.List;
import org.parley.rooms.Pair;

/**
 * A room's log has grown; fired in the transaction. What follows the commit is a hint, not the truth: events come late, out
 * of order or never, and a listener reads what it misses from the log.
 *
 * @param pair whose private conversation it is; {@code null} of a room
 * @param before up to which number all was told of earlier
 * @param head the highest number of the room that this transaction knows of
 * @param entries what it added, in order of their numbers; empty when only the head is known
 */
public record MessagesPosted(long roomId, Pair pair, long before, long head, List<Logged> entries) {}
