package org.parley.bench;

import java.util.ArrayList;
import java.util.List;

/** The medians of recorded lines as a Markdown table. */
final class Table {
    private record Column(String title, String field) {}

    private static final List<Column> LOSSES =
            List.of(new Column("lost", "lost"), new Column("doubled", "dup"), new Column("out of order", "ooo"));

    private static final List<Column> REACTIONS = List.of(
            new Column("heard by all after s", "heard_s"),
            new Column("server CPU ms/reaction", "srv_ms_per_reaction"),
            new Column("server CPU µs/delivery", "srv_us_per_deliv"),
            new Column("database CPU ms/reaction", "db_ms_per_reaction"),
            new Column("answer p50 ms", "ack_ms.p50"),
            new Column("answer p99 ms", "ack_ms.p99"),
            new Column("errors", "errors"),
            new Column("lost", "lost"));

    private static final List<Column> PAGE = List.of(
            new Column("room opened, ms", "open_ms"),
            new Column("all read in, ms", "all_ms"),
            new Column("ms/message", "ms_per_message"),
            new Column("ms/reaction", "ms_per_reaction"));

    private static final List<Column> PAINT = List.of(
            new Column("first paint, ms", "fcp_ms"),
            new Column("largest paint, ms", "lcp_ms"),
            new Column("pictures in view, ms", "seen_ms"),
            new Column("all seen, ms", "all_seen_ms"),
            new Column("shift", "shift"),
            new Column("shift while scrolling", "scrolled_shift"));

    private static final List<Column> LONG = List.of(
            new Column("the costliest message shown, ms", "shown_ms"),
            new Column("longest task, ms", "shown_task_ms"),
            new Column("unfolded, ms", "unfolded_ms"),
            new Column("longest task, ms", "unfolded_task_ms"));

    private static final List<Column> CALLS = List.of(
            new Column("calls/s", "per_s"),
            new Column("server CPU µs", "srv_us_per_call"),
            new Column("database CPU µs", "db_us_per_call"),
            new Column("p50 ms", "ack_ms.p50"),
            new Column("p99 ms", "ack_ms.p99"),
            new Column("errors", "errors"));

    private static final List<Column> SEARCHES = with(
            CALLS,
            new Column("indexed/s", "built_per_s"),
            new Column("heap MiB", "heap_mb"),
            new Column("index MiB", "index_mb"));

    private static final List<Column> MEMORY = List.of(
            new Column("heap before, MiB", "heap_before_mb"),
            new Column("meanwhile", "heap_most_mb"),
            new Column("after", "heap_after_mb"),
            new Column("resident before, MiB", "rss_before_mb"),
            new Column("most", "rss_most_mb"),
            new Column("after", "rss_after_mb"));

    private final Recorded recorded;

    Table(Recorded recorded) {
        this.recorded = recorded;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        recorded.workloads().forEach(workload -> section(text, workload));
        return text.toString();
    }

    private void section(StringBuilder text, String workload) {
        List<Column> columns = columns(workload.charAt(0));
        text.append("\n### ").append(workload).append("\n\n| | reps");
        columns.forEach(column -> text.append(" | ").append(column.title));
        text.append(" |\n|---").append("|---".repeat(columns.size() + 1)).append("|\n");
        for (String label : recorded.labels(workload)) {
            row(text, workload, label, columns);
        }
    }

    private void row(StringBuilder text, String workload, String label, List<Column> columns) {
        List<Spread> spreads = columns.stream()
                .map(column -> recorded.spread(workload, label, List.of(column.field)))
                .toList();
        text.append("| ").append(recorded.title(label)).append(" | ");
        text.append(spreads.stream().mapToInt(Spread::count).max().orElse(0));
        spreads.forEach(spread -> text.append(" | ").append(spread));
        text.append(" |\n");
    }

    private static List<Column> columns(char work) {
        return switch (work) {
            case 'A' ->
                with(
                        LOSSES,
                        new Column("server CPU µs/delivery", "srv_us_per_deliv"),
                        new Column("database CPU µs/message", "db_us_per_msg"),
                        new Column("p50 ms", "lat_ms.p50"),
                        new Column("p99 ms", "lat_ms.p99"));
            case 'B', 'P' ->
                with(
                        LOSSES,
                        new Column("acknowledged/s", "acked_per_s"),
                        new Column("server CPU µs/message", "srv_us_per_msg"),
                        new Column("database CPU µs/message", "db_us_per_msg"),
                        new Column("answer p50 ms", "ack_ms.p50"),
                        new Column("answer p99 ms", "ack_ms.p99"));
            case 'D' ->
                with(
                        LOSSES,
                        new Column("messages/s", "rate"),
                        new Column("deliveries/s", "deliv_per_s"),
                        new Column("server CPU µs/delivery", "srv_us_per_deliv"),
                        new Column("p99 ms", "lat_ms.p99"),
                        new Column("loader's cores", "load_cores"));
            case 'E' -> REACTIONS;
            case 'L' -> LONG;
            case 'M' -> PAGE;
            case 'F' -> PAINT;
            case 'I' -> transfers("messages", "msg");
            case 'T' -> transfers("pictures", "picture");
            case 'U' -> transfers("MiB", "mib");
            default -> ofState(work);
        };
    }

    private static List<Column> transfers(String plural, String unit) {
        return with(
                MEMORY,
                new Column(plural + "/s", unit + "_per_s"),
                new Column("server CPU ms each", "srv_ms_per_" + unit),
                new Column("database CPU ms each", "db_ms_per_" + unit),
                new Column("p50 ms", "ack_ms.p50"),
                new Column("p99 ms", "ack_ms.p99"));
    }

    private static List<Column> ofState(char work) {
        return switch (work) {
            case 'C' ->
                List.of(
                        new Column("CPU ms to come in", "connect_srv_cpu_ms_per_conn"),
                        new Column("heap KiB each", "heap_kb_per_conn"),
                        new Column("resident KiB each", "rss_kb_per_conn"),
                        new Column("idle CPU %", "idle_srv_cpu_pct"),
                        new Column("closed", "closed"));
            case 'O' ->
                List.of(
                        new Column("p99 before, ms", "normal_p99_ms"),
                        new Column("slowest, ms", "lat_ms.max"),
                        new Column("normal again after s", "recovered_s"),
                        new Column("acknowledged and lost", "lost_acked"),
                        new Column("doubled", "dup"),
                        new Column("unavailable", "unavailable"),
                        new Column("cut off", "closed"));
            case 'R' ->
                with(
                        LOSSES,
                        new Column("all back after s", "all_back_s"),
                        new Column("p50 ms", "back_ms.p50"),
                        new Column("server CPU ms each", "srv_ms_per_return"));
            case 'S' -> SEARCHES;
            default -> CALLS;
        };
    }

    private static List<Column> with(List<Column> last, Column... first) {
        List<Column> all = new ArrayList<>(List.of(first));
        all.addAll(last);
        return all;
    }
}
