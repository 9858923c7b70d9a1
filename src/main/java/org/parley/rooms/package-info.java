/**
 * Rooms, who belongs to them and in which role, and the one door through which every read and write of a room passes.
 * What changes here reaches the room's log by events that {@code messages} observes in the same transaction.
 */
package org.parley.rooms;
