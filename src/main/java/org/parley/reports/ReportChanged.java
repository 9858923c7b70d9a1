package org.parley.reports;

/**
 * A report has come to a room, or was settled or opened again. Fired in the transaction.
 *
 * @param seq of the message
 * @param state as on the wire
 */
public record ReportChanged(long roomId, long seq, String state) {}
