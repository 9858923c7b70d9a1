package org.parley.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.parley.harness.Answer;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Place;
import org.parley.harness.Reconnecting;

/**
 * Writes without pause and never gives up. It repeats each unacknowledged message under its id, and now and then an
 * acknowledged one. It writes three at a time by socket, or one after another by REST.
 */
final class Writer implements Runnable {
    private static final int BURST = 3;
    private static final Duration PACE = Duration.ofMillis(30);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Person person;
    private final Place place;
    private final Ledger ledger;
    private final boolean bySocket;
    private LiveSocket socket;
    private int count;
    /** The first acknowledged message of this writer. */
    private Draft delivered;

    private volatile boolean over;
    private volatile String failure;

    Writer(Person person, Place place, Ledger ledger, boolean bySocket) {
        this.person = person;
        this.place = place;
        this.ledger = ledger;
        this.bySocket = bySocket;
    }

    @Override
    public void run() {
        while (!over && failure == null) {
            List<Draft> drafts = drafts();
            drafts.forEach(ledger::sends);
            deliver(drafts);
            delivered = delivered == null ? drafts.get(0) : delivered;
            LockSupport.parkNanos(PACE.toNanos());
        }
        disconnect();
    }

    private List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < (bySocket ? BURST : 1); i++) {
            drafts.add(Draft.at(place, person.name() + " " + ++count));
        }
        if (delivered != null && ThreadLocalRandom.current().nextInt(20) == 0) {
            drafts.add(delivered.repeated());
        }
        return drafts;
    }

    private void deliver(List<Draft> drafts) {
        List<Draft> outbox = new ArrayList<>(drafts);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!outbox.isEmpty()) {
            try {
                if (bySocket) {
                    bySocket(outbox);
                } else {
                    byRest(outbox);
                }
            } catch (RuntimeException | AssertionError unanswered) {
                disconnect();
                Reconnecting.pause(person, unanswered);
                if (System.nanoTime() > deadline) {
                    failure = person.name() + " gave up: " + unanswered;
                    return;
                }
            }
        }
    }

    private void byRest(List<Draft> outbox) {
        Draft draft = outbox.get(0);
        Answer answer = person.post(place.path() + "/messages", draft.json());
        if (answer.status() == 401) {
            Reconnecting.refresh(person);
        } else if (answer.json().has("seq")) {
            ledger.acknowledge(draft, answer.json().path("seq").asLong());
            outbox.remove(draft);
        } else if (answer.status() >= 500 || answer.status() == 200) {
            // The outcome is unknown, whatever the text says; a failure without the contract's code is counted. A 200
            // without a message comes from a server that has ended the application, but still listens.
            ledger.serverFailed(answer);
            throw new IllegalStateException(answer.toString());
        } else {
            failure = person.name() + ": " + answer;
            outbox.clear();
        }
    }

    private void bySocket(List<Draft> outbox) {
        if (socket == null) {
            socket = place.socket(person);
        }
        for (Draft draft : outbox) {
            socket.send(draft.frame().put("ref", draft.clientId()));
        }
        for (int left = outbox.size(); left > 0; left--) {
            take(socket.await("an answer", frame -> frame.has("ref")), outbox);
        }
        if (!outbox.isEmpty()) {
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private void take(JsonNode answer, List<Draft> outbox) {
        String id = answer.path("ref").asText();
        if (answer.path("type").asText().equals("message_sent")) {
            outbox.removeIf(draft -> {
                boolean answered = draft.clientId().equals(id);
                if (answered) {
                    ledger.acknowledge(draft, answer.path("seq").asLong());
                }
                return answered;
            });
        } else if (answer.path("code").asText().equals("unavailable")) {
            ledger.serverFailed();
        } else {
            failure = person.name() + ": " + answer;
            outbox.clear();
        }
    }

    private void disconnect() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    void stop() {
        over = true;
    }

    /** Why this writer gave up, or {@code null}. */
    String failure() {
        return failure;
    }
}
