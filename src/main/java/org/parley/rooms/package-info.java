/**
 * Rooms, their members and roles, bans and mutes, and the one door through which every read and write of a room passes,
 * a private conversation's too. What changes here reaches the room's log by events that
 * {@code posting} observes in the same transaction, and with its reason the room's audit.
 *
 * <p>Stores and views are transactional by themselves and join the transaction there is: outside of one, Payara keeps the
 * entity manager with the invocation, and a thread of our own has the invocation of whoever made it, closed long ago.
 */
package org.parley.rooms;
