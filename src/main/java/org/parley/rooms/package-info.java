/**
 * Rooms, their members and roles, bans and mutes, and the door through which every read and write of a room or private
 * conversation passes. A change here fires an event; in the same transaction, {@code posting} writes it to the room's
 * log, and the audit log records it with its reason.
 *
 * <p>Stores and views are transactional by themselves and join the current transaction. Outside of a transaction,
 * Payara keeps the entity manager with the invocation; one of our own threads has the invocation of the thread that
 * made it, and that one is closed.
 */
package org.parley.rooms;
