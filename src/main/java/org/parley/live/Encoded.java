package org.parley.live;

import java.util.List;

/** Protocol frames as text, encoded once and shared by all who get them; one goes out alone, several as a JSON array. */
final class Encoded {
    private final String objects;
    private final boolean several;
    private String text;

    private Encoded(String objects, boolean several) {
        this.objects = objects;
        this.several = several;
    }

    static Encoded one(String object) {
        return new Encoded(object, false);
    }

    /** @param objects at least one */
    static Encoded all(List<String> objects) {
        return objects.size() == 1 ? one(objects.get(0)) : new Encoded(String.join(",", objects), true);
    }

    /** What waits in an outbox becomes one WebSocket frame. */
    static Encoded joined(List<Encoded> frames) {
        return frames.size() == 1
                ? frames.get(0)
                : new Encoded(
                        String.join(
                                ",", frames.stream().map(frame -> frame.objects).toList()),
                        true);
    }

    /** Characters; what an outbox counts. */
    int length() {
        return objects.length();
    }

    /** The text of the WebSocket frame. Threads that meet here make the same text twice, at worst. */
    String text() {
        if (text == null) {
            text = several ? "[" + objects + "]" : objects;
        }
        return text;
    }
}
