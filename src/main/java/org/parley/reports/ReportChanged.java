package org.parley.reports;

/**
 * A report was made, settled or opened again. Fired in the transaction.
 *
 * @param seq the number of the message
 * @param state as on the wire
 */
public record ReportChanged(long roomId, long seq, String state) {}
