package org.parley.accounts;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets so many in at once; the others wait for their turn, and no thread with them. */
final class Turnstile {
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int inside;

    Turnstile(int most) {
        this.most = most;
    }

    /** @param entering runs when it is in, soon or later; must not wait */
    void enter(Runnable entering) {
        synchronized (this) {
            if (inside == most) {
                waiting.add(entering);
                return;
            }
            inside++;
        }
        entering.run();
    }

    /** One that was in is out. */
    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                inside--;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
