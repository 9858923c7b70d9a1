package org.parley.accounts;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;

/** Lets so many in at once; the others wait for their turn, and no thread with them. */
final class Turnstile {
    private static final System.Logger LOG = System.getLogger(Turnstile.class.getName());
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int inside;

    Turnstile(int most) {
        this.most = most;
    }

    /** @param entering runs when it is in, soon or later; must not wait. One that throws is not in. */
    void enter(Runnable entering) {
        synchronized (this) {
            if (inside == most) {
                waiting.add(entering);
                return;
            }
            inside++;
        }
        if (!entered(entering)) {
            leave();
        }
    }

    /** One that was in is out. */
    void leave() {
        boolean taken = false;
        while (!taken) {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    inside--;
                    return;
                }
            }
            taken = entered(next);
        }
    }

    private static boolean entered(Runnable entering) {
        try {
            entering.run();
            return true;
        } catch (RuntimeException gone) {
            LOG.log(Level.DEBUG, "The place goes to the next", gone);
            return false;
        }
    }
}
