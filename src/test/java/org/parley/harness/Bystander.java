package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Two people who use the server while others attack it. Once a second one of them reads a page and posts, and the other
 * receives the message. At the start and now and then, one signs in and joins. Each step may take twenty seconds, so
 * that a slow machine does not fail.
 */
public final class Bystander implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /** Rarely enough for the limits of an address that is not part of the attack. */
    private static final int ROUNDS_A_SIGN_IN = 5;

    private final Person writer;
    private final Person listener;
    private final String room;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::talk, "bystander");
    private volatile LiveSocket ear;
    private volatile int rounds;
    private volatile Throwable failure;
    private volatile Duration slowest = Duration.ZERO;

    /** Both people must be members of the room. */
    public Bystander(Person writer, Person listener, String room) {
        this.writer = writer;
        this.listener = listener;
        this.room = room;
        thread.setDaemon(true);
        thread.start();
    }

    private void talk() {
        try {
            do {
                if (rounds % ROUNDS_A_SIGN_IN == 0) {
                    signIn();
                }
                served("a page of history", () -> writer.get("rooms/" + room + "/messages?limit=50")
                        .expect(200));
                JsonNode posted = served("posting", this::post);
                served("hearing what was posted", () -> heard(posted));
                rounds++;
            } while (!over.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException | RuntimeException | AssertionError broken) {
            failure = broken;
        } finally {
            closeEar();
        }
    }

    private JsonNode post() {
        JsonNode message = Json.of("clientId", Person.newId(), "body", "a message " + rounds);
        return repeated(() -> writer.post("rooms/" + room + "/messages", message))
                .expect(201);
    }

    /** Repeats what is {@code unavailable}, as clients do. A message is still stored once. */
    private static Answer repeated(Supplier<Answer> step) {
        long began = System.nanoTime();
        Answer answer = step.get();
        while (answer.status() == 503 && System.nanoTime() - began < BOUND.toNanos()) {
            answer = step.get();
        }
        return answer;
    }

    private void signIn() {
        Person again = served("signing in", () -> listener.elsewhere(repeated(listener::askToSignIn)));
        closeEar();
        ear = served("opening a socket", again::socket);
        served("joining", () -> ear.join(room));
    }

    private JsonNode heard(JsonNode posted) {
        return ear.await(
                "the message", frame -> frame.path("message").path("clientId").equals(posted.path("clientId")));
    }

    private <T> T served(String what, Supplier<T> step) {
        long began = System.nanoTime();
        T answer = step.get();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (took.compareTo(BOUND) > 0) {
            throw new AssertionError(what + " took " + took);
        }
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        return answer;
    }

    private void closeEar() {
        if (ear != null) {
            ear.close();
        }
    }

    /** How many rounds were completed. */
    public int rounds() {
        return rounds;
    }

    /** Whether a step was not served, so that there is nothing to wait for. */
    public boolean failed() {
        return failure != null;
    }

    /** Fails if a step was not served, or none was tried. @return how long the slowest step took */
    public Duration assertServed() {
        if (failure != null) {
            throw new AssertionError("A bystander was not served after " + rounds + " rounds", failure);
        }
        if (rounds == 0) {
            throw new AssertionError("The bystander has not come round");
        }
        return slowest;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join(BOUND.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
