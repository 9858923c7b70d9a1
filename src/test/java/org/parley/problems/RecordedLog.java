package org.parley.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** Records the log lines that an operator would see. */
final class RecordedLog implements System.Logger {
    private final List<String> told = new ArrayList<>();

    /** Each entry as its level and text. */
    List<String> told() {
        return told;
    }

    @Override
    public String getName() {
        return "recorded";
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.INFO.getSeverity();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
        if (isLoggable(level)) {
            told.add(level + " " + text);
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        log(level, bundle, format, (Throwable) null);
    }
}
