/**
 * The way into a room's log. A message, or a change of one, is judged, gets its number, is committed with all that waited,
 * and is told. {@code PostingMessages} is the one intake.
 */
package org.parley.posting;
