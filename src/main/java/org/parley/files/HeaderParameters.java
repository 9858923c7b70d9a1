package org.parley.files;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the parameters after the value of a header: {@code ; name="file"; filename=x.png}. */
final class HeaderParameters {
    private final String text;
    private int at;

    private HeaderParameters(String text) {
        this.text = text;
    }

    /** @return by name in lower case; of two with the same name, the first counts */
    static Map<String, String> of(String header) {
        int begin = header.indexOf(';');
        return begin < 0 ? Map.of() : new HeaderParameters(header.substring(begin)).all();
    }

    private Map<String, String> all() {
        Map<String, String> parameters = new HashMap<>();
        while (at < text.length()) {
            at++;
            String name = until("=;").strip().toLowerCase(Locale.ROOT);
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                parameters.putIfAbsent(name, value());
            }
        }
        return parameters;
    }

    private String until(String ends) {
        int begin = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String value() {
        if (at == text.length() || text.charAt(at) != '"') {
            return until(";").strip();
        }
        at++;
        String value = quoted();
        until(";");
        return value;
    }

    /** A backslash stands before a quote or another backslash; elsewhere it is one, as in paths of Windows. */
    private String quoted() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.startsWith("\\\"", at) || text.startsWith("\\\\", at)) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        return value.toString();
    }
}
