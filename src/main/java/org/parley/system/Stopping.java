package org.parley.system;

/** The server goes away: sockets say so, what waits is finished. Observers in the order of their {@code @Priority}. */
public record Stopping() {
    public static final int SOCKETS = 100;
    /** What tells people of changes, and what catches up. */
    public static final int TELLERS = 150;
    /** What takes messages and marks. */
    public static final int INTAKE = 200;
    /** What sends what the intake has committed. */
    public static final int FEEDS = 250;
    /** What writes down which sockets are open. */
    public static final int RECORDS = 260;
}
