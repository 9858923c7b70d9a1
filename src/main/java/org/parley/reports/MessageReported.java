package org.parley.reports;

/** Somebody has reported a message, which nobody but those who judge it is told. Fired in the transaction. */
public record MessageReported(long roomId, long seq) {}
