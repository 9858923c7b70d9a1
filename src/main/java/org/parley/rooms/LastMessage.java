package org.parley.rooms;

/** The last message of a room's log, as the one who asks reads it. */
public interface LastMessage {}
