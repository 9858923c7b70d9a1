package org.parley.bench;

/** C: connections arrive, each joins a room of ten, and then nothing happens. */
record Arrivals(int connections) implements Workload {
    private static final int MEMBERS_OF_A_ROOM = 10;
    private static final double SETTLING_SECONDS = 3;
    /** The longest time between two pings, so that each connection has one. */
    private static final double IDLE_SECONDS = 45;

    @Override
    public void run(Bed bed) {
        Machine machine = bed.machine();
        try (Crowd crowd = bed.crowd(connections, connections / MEMBERS_OF_A_ROOM)) {
            double heapBefore = machine.heapMb();
            Sample before = machine.sample();
            double entered = bed.enter(crowd, Crowd.USUAL_RUSH);
            crowd.turnsFor(SETTLING_SECONDS);
            Sample idle = machine.sample();
            crowd.turnsFor(IDLE_SECONDS);
            Sample after = machine.sample();
            double heapAfter = machine.heapMb();
            Figures figures = Figures.of(bed, crowd, "C", 1)
                    .with("connect_s", entered)
                    .with("connect_srv_cpu_ms_per_conn", idle.serverCpu(before) * 1e3 / connections)
                    .with("closed", crowd.closed())
                    .with("hold_s", after.seconds(idle));
            figures.with("idle_srv_cpu_pct", 100 * after.serverCpu(idle) / after.seconds(idle))
                    .with("idle_db_cpu_pct", 100 * after.databaseCpu(idle) / after.seconds(idle));
            double growth = after.server().residentMb() - before.server().residentMb();
            figures.with("srv_rss_before_mb", before.server().residentMb())
                    .with("srv_rss_after_mb", after.server().residentMb())
                    .with("rss_kb_per_conn", growth * 1024 / connections)
                    .with("heap_before_mb", heapBefore)
                    .with("heap_after_mb", heapAfter)
                    .with("heap_kb_per_conn", (heapAfter - heapBefore) * 1024 / connections);
            bed.record(figures.line());
        }
    }
}
