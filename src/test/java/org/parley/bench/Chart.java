package org.parley.bench;

import java.util.List;
import java.util.Locale;

/** Draws recorded lines as bars, in an SVG that is readable on light and dark pages. */
final class Chart {
    private record Panel(String title, String workload, List<String> fields) {}

    private static final List<Panel> PANELS = List.of(
            new Panel(
                    "1000 people in a room: server CPU a delivery, µs (less is better)",
                    "A10",
                    List.of("srv_us_per_deliv")),
            new Panel("100 rooms of 10: acknowledged messages a second (more is better)", "B", List.of("acked_per_s")),
            new Panel(
                    "100 rooms of 10: CPU of server and database a message, µs (less is better)",
                    "B",
                    List.of("srv_us_per_msg", "db_us_per_msg")),
            new Panel("1000 people in a room: most deliveries a second (more is better)", "D", List.of("deliv_per_s")));

    private static final int WIDTH = 860;
    private static final int BARS_FROM = 230;
    private static final int BARS_TO = 690;
    private static final int ROW = 24;
    private static final int BAR = 14;
    private static final int TITLE = 30;
    private static final int GAP = 18;

    /** Of our own server; the others stand beside it. */
    private static final String OURS = "parley";

    private static final String STYLE =
            """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #24292f }
            .title { font-weight: 600 }
            .ours { fill: #0969da } .theirs { fill: #8c959f } .spread { stroke: #24292f; stroke-width: 1.5 }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 } .ours { fill: #4493f8 } .theirs { fill: #6e7681 } .spread { stroke: #e6edf3 }
            }
            </style>
            """;

    private final Recorded recorded;
    private final StringBuilder svg = new StringBuilder();
    private int y = 8;

    Chart(Recorded recorded) {
        this.recorded = recorded;
    }

    String svg() {
        PANELS.stream()
                .filter(panel -> !recorded.labels(panel.workload).isEmpty())
                .forEach(this::panel);
        line("<text x='8' y='%d'>Bars: medians; lines: least and most of the repetitions.</text>", y + 10);
        String head = String.format(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img' aria-label='%s'>%n",
                WIDTH, y + 22, "Parley and other chat servers under load");
        return head + STYLE + svg + "</svg>\n";
    }

    private void panel(Panel panel) {
        List<String> labels = recorded.labels(panel.workload).stream()
                .filter(label ->
                        recorded.spread(panel.workload, label, panel.fields).count() > 0)
                .toList();
        double most = labels.stream()
                .mapToDouble(label ->
                        recorded.spread(panel.workload, label, panel.fields).most())
                .max()
                .orElse(1);
        line("<text class='title' x='8' y='%d'>%s</text>", y + 14, escaped(panel.title));
        y += TITLE;
        for (String label : labels) {
            row(label, recorded.spread(panel.workload, label, panel.fields), (BARS_TO - BARS_FROM) / most);
        }
        y += GAP;
    }

    private void row(String label, Spread spread, double scale) {
        int middle = y + BAR / 2;
        line("<text x='8' y='%d'>%s</text>", y + 12, escaped(recorded.title(label)));
        line(
                "<rect class='%s' x='%d' y='%d' width='%.1f' height='%d' rx='2'/>",
                label.startsWith(OURS) ? "ours" : "theirs", BARS_FROM, y, Math.max(1, spread.median() * scale), BAR);
        line(
                "<line class='spread' x1='%.1f' x2='%.1f' y1='%d' y2='%d'/>",
                BARS_FROM + spread.least() * scale, BARS_FROM + spread.most() * scale, middle, middle);
        double end = BARS_FROM + spread.most() * scale + 8;
        line("<text x='%.1f' y='%d'>%s</text>", end, y + 12, Spread.text(spread.median()));
        y += ROW;
    }

    /** Numbers with points whatever this machine's language is. */
    private void line(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
