package org.parley.bench;

import java.util.function.BooleanSupplier;

/** A period of sending, and the wait for the rest of its deliveries. */
final class Window {
    private final Crowd crowd;
    private final Machine machine;
    private final Tally tally;
    private final Sample before;
    private final long began;
    private long stopped;
    private Sample after;
    private long expected;

    private Window(Crowd crowd, Machine machine) {
        this.crowd = crowd;
        this.machine = machine;
        this.tally = crowd.beginWindow();
        this.before = machine.sample();
        this.began = System.nanoTime();
    }

    /** @param rate messages a second in all, each due at its own moment however slow the server is */
    static Window atRate(Crowd crowd, Machine machine, double rate, double seconds, double patience) {
        Window window = new Window(crowd, machine);
        Sending.atRate(crowd, window.began, rate, seconds);
        return window.drained(patience);
    }

    /** Everybody keeps one message in flight until its answer. */
    static Window closedLoop(Crowd crowd, Machine machine, double seconds, double patience) {
        Window window = new Window(crowd, machine);
        crowd.closedLoop(true);
        for (Client client : crowd.clients()) {
            client.say(crowd.loop().tick());
        }
        crowd.turnsFor(seconds);
        crowd.closedLoop(false);
        return window.drained(patience);
    }

    private Window drained(double patience) {
        stopped = System.nanoTime();
        long deadline = stopped + (long) (patience * 1e9);
        // The crowd counts on in the next window.
        expected = deliveriesOfWhatWasSaid();
        BooleanSupplier missing = () -> tally.delivered < expected || tally.acknowledged < tally.sent;
        while (missing.getAsBoolean() && crowd.ready() > 0 && System.nanoTime() < deadline) {
            crowd.turn(deadline);
        }
        after = machine.sample();
        return this;
    }

    private long deliveriesOfWhatWasSaid() {
        long listeners = crowd.clients().size() / crowd.rooms().size();
        return listeners
                * crowd.rooms().stream()
                        .mapToLong(room -> room.next() - room.first())
                        .sum();
    }

    long expected() {
        return expected;
    }

    Tally tally() {
        return tally;
    }

    Sample before() {
        return before;
    }

    Sample after() {
        return after;
    }

    boolean complete() {
        return tally.delivered == expected && tally.acknowledged == tally.sent;
    }

    /** How long what was left after the last message was sent took. */
    double drainSeconds() {
        return Math.max(0, tally.last() - stopped) / 1e9;
    }

    double wallSeconds() {
        return (Math.max(stopped, tally.last()) - began) / 1e9;
    }
}
