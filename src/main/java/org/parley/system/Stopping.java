package org.parley.system;

/** Fired when the server stops: sockets are closed and waiting work is finished, in the order of {@code @Priority}. */
public record Stopping() {
    public static final int SOCKETS = 100;
    /** The parts that tell people about changes, and those that catch up. */
    public static final int TELLERS = 150;
    /** The parts that accept messages and read marks. */
    public static final int INTAKE = 200;
    /** The parts that send what the intake has committed. */
    public static final int FEEDS = 250;
    /** The part that records which sockets are open. */
    public static final int RECORDS = 260;
}
