package org.parley.bench;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

/** All clients of a workload, spread evenly over its rooms. */
final class Crowd implements AutoCloseable {
    /** So many shake hands at once, unless a workload wants all of them to. */
    static final int USUAL_RUSH = 32;

    private final Loop loop;
    private final String path;
    private final int run;
    private final int bodyLength;
    private final List<BenchRoom> rooms;
    private final List<Client> clients;
    private final Queue<Client> outside = new ArrayDeque<>();
    private Tally tally = new Tally();
    private int rush = USUAL_RUSH;
    private int entering;
    private int ready;
    private int closed;
    private Times entries = new Times();
    private long enteringSince;
    private boolean comesBack;
    private boolean closedLoop;
    private int turnToSpeak;

    /** @param tokens of users, taken in turn */
    Crowd(URI base, int size, List<? extends BenchRoom> rooms, List<String> tokens, int run, int bodyLength) {
        this.loop = new Loop(new InetSocketAddress(base.getHost(), base.getPort()));
        this.path = base.getPath();
        this.run = run;
        this.bodyLength = bodyLength;
        this.rooms = List.copyOf(rooms);
        this.clients = new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> new Client(this, i, this.rooms.get(i % rooms.size()), tokens.get(i % tokens.size())))
                .toList());
        beginWindow();
    }

    Loop loop() {
        return loop;
    }

    String path() {
        return path;
    }

    int run() {
        return run;
    }

    int bodyLength() {
        return bodyLength;
    }

    List<BenchRoom> rooms() {
        return rooms;
    }

    List<Client> clients() {
        return clients;
    }

    Tally tally() {
        return tally;
    }

    /** What comes from here on counts anew. */
    Tally beginWindow() {
        tally = new Tally();
        rooms.forEach(BenchRoom::beginWindow);
        clients.forEach(client -> client.member().counts(tally));
        return tally;
    }

    /** Lets everybody in and returns when all are, or when the time is over. */
    boolean enter(int atOnce, double seconds) {
        rush = atOnce;
        outside.addAll(clients);
        enteringSince = System.nanoTime();
        int before = closed;
        long deadline = System.nanoTime() + (long) (seconds * 1e9);
        while (ready < clients.size() && closed == before && System.nanoTime() < deadline) {
            turn(deadline);
        }
        return ready == clients.size();
    }

    /** One turn of the loop, in which those come in who wait outside. */
    void turn(long until) {
        while (!outside.isEmpty() && entering < rush) {
            entering++;
            outside.poll().enter();
        }
        loop.turn(until);
    }

    void turnsFor(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            turn(end);
        }
    }

    void entered() {
        entering--;
        ready++;
        entries.add(System.nanoTime() - enteringSince);
    }

    /** How long after the doors opened each one is inside, from now on. */
    Times timesOfEntering() {
        entries = new Times();
        return entries;
    }

    void lost(Client client, boolean wasReady, String why) {
        if (wasReady) {
            ready--;
        } else {
            entering--;
        }
        if (closed++ < 3) {
            System.err.println("Client " + client.member().index() + " lost its connection: " + why);
        }
        if (comesBack) {
            outside.add(client);
        }
    }

    /** Everybody's connection breaks. */
    void leave() {
        clients.forEach(Client::leave);
        ready = 0;
    }

    /** Who is cut off by the server returns with what they have, as clients do. */
    void comesBack() {
        comesBack = true;
    }

    int ready() {
        return ready;
    }

    /** Connections that the server ended. */
    int closed() {
        return closed;
    }

    /** Whether who was answered says the next at once. */
    boolean closedLoop() {
        return closedLoop;
    }

    void closedLoop(boolean on) {
        closedLoop = on;
    }

    /**
     * The next client to send: far from the last one, so that neighbours in the server's lists do not follow each
     * other.
     */
    Client speaker() {
        Client next;
        do {
            next = clients.get(Integer.remainderUnsigned(turnToSpeak++ * 7919, clients.size()));
        } while (next.state() != Client.State.READY);
        return next;
    }

    @Override
    public void close() {
        loop.close();
    }
}
