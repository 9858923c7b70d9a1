package org.parley.system;

/** The server goes away: sockets say so, what waits is finished. Observed in the reverse order of {@link Starting}. */
public record Stopping() {}
