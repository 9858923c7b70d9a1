package org.parley.roomfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.messages.Sender;
import org.parley.texts.Texts;

/** The people who wrote in an imported room. None of them is an account here, so their ids are below zero. */
final class People {
    private static final int MOST = 100_000;

    /** As the lines name them, because most lines name somebody who is known already. */
    private final Map<LogLine.From, Sender> named = new HashMap<>();

    private final Map<String, Sender> known = new HashMap<>();
    private final List<Sender> fresh = new ArrayList<>();

    Sender of(LogLine.From from) {
        if (from == null) {
            throw Trouble.in("a message must have a sender");
        }
        return named.computeIfAbsent(from, this::judged);
    }

    /** One person for each username; people without one are told apart by their display names. */
    private Sender judged(LogLine.From from) {
        if (named.size() >= MOST) {
            throw Trouble.in("more than " + MOST + " people have written in this room");
        }
        String username = from.username() == null ? "" : Texts.displayName("username", from.username());
        String displayName = from.displayName() == null ? "" : Texts.displayName("displayName", from.displayName());
        String shown = displayName.isEmpty() ? username : displayName;
        return known.computeIfAbsent(username.isEmpty() ? "=" + shown : "@" + username, key -> arrived(shown));
    }

    private Sender arrived(String shown) {
        Sender person = new Sender(-1L - known.size(), null, shown, null);
        fresh.add(person);
        return person;
    }

    /** The people who are new since the last call. */
    List<Sender> fresh() {
        List<Sender> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }
}
