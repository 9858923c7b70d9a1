/**
 * The log of each room: how a message gets its number, is committed and told, and how it is read again.
 * {@code PostingMessages} is the way in, {@code Log} the way out.
 */
package org.parley.messages;
