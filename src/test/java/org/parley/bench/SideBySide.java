package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients, a thread for each, that make one call after the other for some seconds. */
final class SideBySide {
    private final int clients;
    private final Call call;

    /** What a client does again and again. */
    interface Call {
        void by(int client);
    }

    SideBySide(int clients, Call call) {
        this.clients = clients;
        this.call = call;
    }

    /** What happened until the last answer came. */
    private record Done(Times times, Sample before, Sample after) {
        /** @param unit what the calls move or make @param each how much of it a call does */
        Figures into(Figures figures, String unit, double each) {
            double all = each * times.getTotalCount();
            return figures.with("calls", times.getTotalCount())
                    .with(unit + "_per_s", all / after.seconds(before))
                    .with("srv_ms_per_" + unit, after.serverCpu(before) * 1e3 / all)
                    .with("db_ms_per_" + unit, after.databaseCpu(before) * 1e3 / all)
                    .with("ack_ms", times)
                    .cpu(before, after);
        }
    }

    /** Makes calls that are not recorded. */
    SideBySide warmed(Bed bed) {
        done(bed.machine(), bed.settings().warm() / 4, () -> {});
        return this;
    }

    /** Records a line for each repetition. */
    void measured(Bed bed, String work, String what, String unit, double each) {
        for (int repetition = 1; repetition <= bed.settings().repetitions(); repetition++) {
            bed.untilServerIdle();
            Memory memory = new Memory(bed.machine());
            Done done = done(bed.machine(), bed.settings().seconds(), memory::look);
            Figures figures = new Figures(bed.settings(), work, repetition, clients, 0).with("what", what);
            bed.record(memory.into(done.into(figures, unit, each)).line());
        }
    }

    /** Without figures of time. @param meanwhile happens again and again until the clients are done */
    void loaded(Bed bed, double seconds, Runnable meanwhile) {
        done(bed.machine(), seconds, meanwhile);
    }

    private Done done(Machine machine, double seconds, Runnable meanwhile) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            Sample before = machine.sample();
            long end = System.nanoTime() + (long) (seconds * 1e9);
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                all.add(threads.submit(() -> calls(client, end)));
            }
            while (!all.stream().allMatch(Future::isDone)) {
                meanwhile.run();
            }
            Sample after = machine.sample();
            Times times = new Times();
            all.forEach(one -> timesOf(one).forEach(times::add));
            return new Done(times, before, after);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> calls(int client, long end) {
        List<Long> times = new ArrayList<>();
        do {
            long asked = System.nanoTime();
            call.by(client);
            times.add(System.nanoTime() - asked);
        } while (System.nanoTime() < end);
        return times;
    }

    private static List<Long> timesOf(Future<List<Long>> client) {
        try {
            return client.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("A client could not go on", failure);
        }
    }
}
