package org.parley.messages;

import java.util.List;
import org.parley.rooms.Pair;

/**
 * A room's log has grown. Fired in the transaction. The event after the commit is a hint, not the truth: events may
 * come late, out of order or never, and a listener reads what it missed from the log.
 *
 * @param pair the two people of a private conversation; {@code null} for a room
 * @param before the number up to which earlier events have told everything
 * @param head the highest number of the room that this transaction knows
 * @param entries the new entries in order of their numbers; empty if only the head is known
 */
public record MessagesPosted(long roomId, Pair pair, long before, long head, List<Logged> entries) {}
