package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Reads the resource usage of processes from {@code /proc}. */
final class Machine {
    /** The unit of {@code /proc}, which is the same on every Linux that has a JDK. */
    private static final double TICKS_PER_SECOND = 100;

    private static final double BYTES_PER_PAGE = 4096;
    private static final double MB = 1 << 20;
    /** A heap's or a generation's line, and not what lies outside the heap. */
    private static final Pattern HEAP_USED = Pattern.compile("(?m)^ (?!Metaspace).*total \\d+K, used (\\d+)K");

    private final List<Long> server;
    private final List<Long> database;

    Machine(List<Long> server, List<Long> database) {
        this.server = server;
        this.database = database;
    }

    Sample sample() {
        long self = ProcessHandle.current().pid();
        return new Sample(System.nanoTime() / 1e9, usage(List.of(self)).cpu(), busy(), usage(server), usage(database));
    }

    private static Sample.Usage usage(List<Long> pids) {
        double ticks = 0;
        double pages = 0;
        for (long pid : pids) {
            String stat = read("/proc/" + pid + "/stat");
            // The name of the command may hold spaces; what follows its bracket is counted from the third field on.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            pages += Long.parseLong(fields[21]);
        }
        return new Sample.Usage(ticks / TICKS_PER_SECOND, pages * BYTES_PER_PAGE / MB);
    }

    /** Of all CPUs, with what a host took; without idling and waiting for disks. */
    private static double busy() {
        long[] ticks = Arrays.stream(
                        read("/proc/stat").lines().findFirst().orElseThrow().split(" +"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return LongStream.of(ticks[0], ticks[1], ticks[2], ticks[5], ticks[6], ticks[7])
                        .sum()
                / TICKS_PER_SECOND;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException gone) {
            throw new IllegalStateException("No such process: " + file, gone);
        }
    }

    /** What the server's heap holds after a full collection; 0 where nobody can tell. */
    double heapMb() {
        double sum = 0;
        for (long pid : server) {
            jcmd(pid, "GC.run");
            Matcher used = HEAP_USED.matcher(jcmd(pid, "GC.heap_info"));
            while (used.find()) {
                sum += Long.parseLong(used.group(1)) / 1024.0;
            }
        }
        return sum;
    }

    private static String jcmd(long pid, String command) {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(tool.toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor(1, TimeUnit.MINUTES);
            return said;
        } catch (IOException absent) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** How many of its CPUs others keep busy, between two samples. */
    static double others(Sample before, Sample after) {
        return after.otherCpu(before) / after.seconds(before);
    }
}
