package org.parley.system;

/**
 * The schema stands and nobody is served yet. Features prepare themselves as observers, in the order of their
 * {@code @Priority}: 100 accounts, 200 rooms, 300 messages, 400 live. An observer that throws stops the start.
 */
public record Starting() {}
