package org.parley.system;

/**
 * The schema stands and nobody is served yet. Features prepare themselves as observers, in the order of their
 * {@code @Priority}, which is one of these. An observer that throws stops the start.
 */
public record Starting() {
    public static final int ACCOUNTS = 100;
    public static final int ADMINISTRATORS = 110;
    public static final int FEATURES = 200;
    /** What takes messages and marks. */
    public static final int INTAKE = 300;
    /** What reaches people. */
    public static final int LIVE = 400;
}
