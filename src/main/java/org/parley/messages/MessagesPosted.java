package org.parley.messages;

import java.util.List;

/**
 * A room's log has grown; fired in the transaction. What follows the commit is a hint, not the truth: events come late, out
 * of order or never, and a listener reads what it misses from the log.
 *
 * @param head the highest number of the room that this transaction knows of
 * @param messages what it added, in order of their numbers; empty when only the head is known
 */
public record MessagesPosted(long roomId, long head, List<Logged> messages) {}
