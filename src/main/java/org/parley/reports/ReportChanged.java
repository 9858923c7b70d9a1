package org.parley.reports;

/**
 * A report has come to a room, or was settled or opened again. Fired in the transaction.
 *
 * @param seq of the message
 * @param state as on the wire
 * @param open how many are open in the room now
 */
public record ReportChanged(long roomId, long seq, String state, long open) {}
