package org.parley.system;

/**
 * Fired at startup, when the schema is ready and nobody is served yet. Features prepare themselves in observers; the
 * {@code @Priority} of an observer is one of these constants. An observer that throws stops the start.
 */
public record Starting() {
    public static final int ACCOUNTS = 100;
    public static final int ADMINISTRATORS = 110;
    public static final int FEATURES = 200;
    /** The parts that accept messages and read marks. */
    public static final int INTAKE = 300;
    /** The parts that send to people. */
    public static final int LIVE = 400;
}
