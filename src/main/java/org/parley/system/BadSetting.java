package org.parley.system;

/** A wrong setting, which stops the start. Its message is the one line that the operator needs. */
public final class BadSetting extends RuntimeException {
    public BadSetting(String key, String fault) {
        super("Setting " + key + " " + fault + ".");
    }
}
