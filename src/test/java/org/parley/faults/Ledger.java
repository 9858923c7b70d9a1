package org.parley.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.harness.Answer;
import org.parley.harness.Person;
import org.parley.harness.Place;

/** Compares the acknowledged messages of a room or conversation with the stored ones, and counts the differences. */
final class Ledger {
    /** The place as its reader names it. */
    private final Place place;

    private final Map<String, Long> acknowledged = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final TreeMap<Long, String> stored = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> bareFailures = new ArrayList<>();
    private int failures;
    private int repeats;
    private int lost;
    private int doubled;
    private int gaps;

    Ledger(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    synchronized void sends(Draft draft) {
        sent.add(draft.clientId());
    }

    synchronized void acknowledge(Draft draft, long seq) {
        Long first = acknowledged.putIfAbsent(draft.clientId(), seq);
        if (first != null) {
            repeats++;
            if (first != seq) {
                doubled++;
                faults.add(draft.clientId() + " was " + first + " and is now " + seq);
            }
        }
    }

    /** A sender was told that the server cannot store the message now. */
    synchronized void serverFailed() {
        failures++;
    }

    synchronized void serverFailed(Answer answer) {
        failures++;
        if (!"unavailable".equals(code(answer))) {
            bareFailures.add(answer.toString());
        }
    }

    /** A failure that does not come from the application may have any body. */
    private static String code(Answer answer) {
        return answer.header("Content-Type").orElse("").contains("json") ? answer.code() : "";
    }

    /** Reads on from the end of the last look, and looks for everything acknowledged up to there. */
    void look(Person reader) {
        Map<String, Long> promised;
        synchronized (this) {
            promised = new HashMap<>(acknowledged);
        }
        read(reader);
        judge(promised);
    }

    /** Reads everything from the beginning: a number, once seen, must keep its meaning. */
    void lookAtAll(Person reader) {
        TreeMap<Long, String> before = new TreeMap<>(stored);
        stored.clear();
        look(reader);
        before.forEach((seq, clientId) -> {
            if (!clientId.equals(stored.get(seq))) {
                faults.add(seq + " was " + clientId + " and is now " + stored.get(seq));
            }
        });
    }

    /** Reads on to the end of the log, which must have no gap. */
    void read(Person reader) {
        read(reader, stored.isEmpty() ? 0 : stored.lastKey());
    }

    private void read(Person reader, long after) {
        long last = after;
        boolean more = true;
        while (more) {
            JsonNode page = page(reader, last);
            for (JsonNode event : page.path("events")) {
                long seq = event.path("seq").asLong();
                if (seq != last + 1) {
                    gaps++;
                    faults.add(seq + " stands after " + last);
                }
                stored.put(seq, event.path("message").path("clientId").asText());
                last = seq;
            }
            more = page.path("more").asBoolean();
        }
    }

    private JsonNode page(Person reader, long after) {
        String path = place.path() + "/log?limit=200&after=" + after;
        Answer answer = reader.get(path);
        if (answer.status() == 401) {
            reader.refresh();
            answer = reader.get(path);
        }
        return answer.expect(200);
    }

    private void judge(Map<String, Long> promised) {
        Map<String, Long> places = new HashMap<>();
        stored.forEach((seq, clientId) -> {
            if (places.put(clientId, seq) != null) {
                doubled++;
                faults.add(clientId + " is stored twice");
            }
            if (!sent.contains(clientId)) {
                faults.add(seq + " holds " + clientId + ", which nobody sent");
            }
        });
        promised.forEach((clientId, seq) -> {
            if (!seq.equals(places.get(clientId))) {
                lost++;
                faults.add(clientId + " was acknowledged as " + seq + " and is " + places.get(clientId));
            }
        });
    }

    /** What is stored, in order, as of the last reading. */
    List<String> stored() {
        return List.copyOf(stored.values());
    }

    List<String> faults() {
        return faults;
    }

    /** The full text of failures that are not the contract's own. */
    synchronized List<String> bareFailures() {
        return List.copyOf(bareFailures);
    }

    synchronized int failures() {
        return failures;
    }

    synchronized Figures figures() {
        return new Figures(acknowledged.size(), stored.size(), repeats, lost, doubled, gaps, bareFailures.size());
    }

    /**
     * @param bareFailures answers of 500 and above without the code {@code unavailable}, which come while the server
     *     starts
     */
    record Figures(int acknowledged, int stored, int repeats, int lost, int doubled, int gaps, int bareFailures) {
        Figures plus(Figures other) {
            return new Figures(
                    acknowledged + other.acknowledged,
                    stored + other.stored,
                    repeats + other.repeats,
                    lost + other.lost,
                    doubled + other.doubled,
                    gaps + other.gaps,
                    bareFailures + other.bareFailures);
        }
    }
}
