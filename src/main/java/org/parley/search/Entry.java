package org.parley.search;

import java.util.List;
import java.util.Set;
import org.parley.messages.Log;

/**
 * What can be found of a message.
 *
 * @param kind as on the wire
 * @param time when it was sent, in milliseconds
 * @param texts the words of the message and of its parts; a phrase never goes from one text to the next
 * @param has the names of its {@link Part}s
 */
record Entry(Log.Place place, long senderId, String kind, long time, List<List<Word>> texts, Set<String> has) {}
