/**
 * The way into a room's log. A message, or a change of one, is checked, numbered, committed together with others, and
 * sent to listeners. {@code PostingMessages} is the only entry.
 */
package org.parley.posting;
