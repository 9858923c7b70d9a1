package org.parley.bench;

import java.util.concurrent.locks.LockSupport;

/** The memory of a server before, during and after a load. */
final class Memory {
    private static final long LOOK_NANOS = 50_000_000;

    private final Machine machine;
    private final double residentBefore;
    private final double heapBefore;
    private double resident;
    private double heap;

    Memory(Machine machine) {
        this.machine = machine;
        this.heapBefore = machine.heapMb();
        this.residentBefore = residentMb();
    }

    private double residentMb() {
        return machine.sample().server().residentMb();
    }

    /** Looks how much the server has from the machine. */
    void look() {
        resident = Math.max(resident, residentMb());
        LockSupport.parkNanos(LOOK_NANOS);
    }

    /** Looks how much of the heap is in use, too. The server stands still meanwhile. */
    void lookInside() {
        heap = Math.max(heap, machine.heapMb());
        look();
    }

    Figures into(Figures figures) {
        if (heap > 0) {
            figures.with("heap_most_mb", heap);
        }
        return figures.with("heap_before_mb", heapBefore)
                .with("rss_before_mb", residentBefore)
                .with("rss_most_mb", resident)
                .with("rss_after_mb", residentMb())
                .with("heap_after_mb", machine.heapMb());
    }
}
