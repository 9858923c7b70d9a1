package org.parley.system;

/** A setting that stops the start; its message is the one line the operator needs. */
public final class BadSetting extends RuntimeException {
    public BadSetting(String key, String fault) {
        super("Setting " + key + " " + fault + ".");
    }
}
