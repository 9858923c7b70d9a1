package org.parley.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.parley.harness.Json;

/** The figures of one repetition as a JSON object; each name contains its unit. */
final class Figures {
    private final ObjectNode line;

    Figures(Settings settings, String work, int repetition, int connections, int rooms) {
        line = Json.of(
                "label",
                settings.label(),
                "dialect",
                "parley",
                "work",
                work,
                "rep",
                repetition,
                "conns",
                connections,
                "rooms",
                rooms,
                "payload",
                settings.bodyLength());
    }

    static Figures of(Bed bed, Crowd crowd, String work, int repetition) {
        return new Figures(
                bed.settings(),
                work,
                repetition,
                crowd.clients().size(),
                crowd.rooms().size());
    }

    Figures with(String name, long value) {
        line.put(name, value);
        return this;
    }

    Figures with(String name, String value) {
        line.put(name, value);
        return this;
    }

    /** Four digits tell more than any repetition of a measurement does. */
    Figures with(String name, double value) {
        line.put(name, rounded(value));
        return this;
    }

    private static BigDecimal rounded(double value) {
        BigDecimal exact = Double.isFinite(value) ? BigDecimal.valueOf(value) : BigDecimal.ZERO;
        BigDecimal short4 = exact.round(new MathContext(4)).stripTrailingZeros();
        return short4.scale() < 0 ? exact.setScale(0, java.math.RoundingMode.HALF_UP) : short4;
    }

    Figures with(String name, Times times) {
        ObjectNode quantiles = Json.of();
        quantiles.put("p50", rounded(times.millis(.5)));
        quantiles.put("p90", rounded(times.millis(.9)));
        quantiles.put("p99", rounded(times.millis(.99)));
        quantiles.put("p999", rounded(times.millis(.999)));
        quantiles.put("max", rounded(times.mostMillis()));
        line.set(name, quantiles);
        return this;
    }

    Figures with(String name, Map<String, Double> values) {
        ObjectNode all = Json.of();
        values.forEach((part, value) -> all.put(part, rounded(value)));
        line.set(name, all);
        return this;
    }

    Figures window(double rate, double seconds, Window window) {
        Tally tally = window.tally();
        with("rate", rate).with("secs", seconds).counts(tally, window.expected());
        with("wall_s", window.wallSeconds()).with("drain_s", window.drainSeconds());
        with("deliv_per_s", tally.delivered / window.wallSeconds());
        with("acked_per_s", tally.acknowledged / window.wallSeconds());
        with("lat_ms", tally.latency).with("ack_ms", tally.answers);
        return cpu(window.before(), window.after(), tally);
    }

    Figures counts(Tally tally, long expected) {
        with("sent", tally.sent).with("acked", tally.acknowledged);
        with("expected", expected).with("delivered", tally.delivered).with("lost", expected - tally.delivered);
        with("dup", tally.doubled).with("ooo", tally.outOfOrder).with("late", tally.late);
        return with("errors", tally.errors).with("unavailable", tally.unavailable);
    }

    Figures cpu(Sample before, Sample after, Tally tally) {
        double server = after.serverCpu(before);
        double database = after.databaseCpu(before);
        double load = after.loadCpu(before);
        double deliveries = Math.max(1, tally.delivered);
        double messages = Math.max(1, tally.acknowledged);
        with("srv_us_per_deliv", server * 1e6 / deliveries).with("srv_us_per_msg", server * 1e6 / messages);
        with("db_us_per_msg", database * 1e6 / messages).with("load_us_per_deliv", load * 1e6 / deliveries);
        with("bytes_per_deliv", tally.bytes / deliveries);
        with("deliv_per_read", tally.delivered / (double) Math.max(1, tally.reads));
        return cpu(before, after);
    }

    Figures cpu(Sample before, Sample after) {
        double seconds = after.seconds(before);
        with("srv_cpu_s", after.serverCpu(before)).with("db_cpu_s", after.databaseCpu(before));
        with("load_cpu_s", after.loadCpu(before)).with("other_cpu_s", after.otherCpu(before));
        with("window_s", seconds).with("srv_cores", after.serverCpu(before) / seconds);
        with("load_cores", after.loadCpu(before) / seconds);
        with("srv_rss_mb", after.server().residentMb());
        return with("db_rss_mb", after.database().residentMb());
    }

    ObjectNode line() {
        return line;
    }
}
