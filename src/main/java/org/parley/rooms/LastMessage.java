package org.parley.rooms;

/** The last message of a room's log, as the reader sees it. */
public interface LastMessage {}
