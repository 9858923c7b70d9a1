package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.parley.harness.Json;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class RecordedTest {
    private final Recorded recorded = new Recorded();

    RecordedTest() {
        recorded.add(Json.of("label", "peer", "work", "version", "title", "Peer & Sons", "date", "2026-11-21"));
        for (int acked : new int[] {1200, 800, 1000}) {
            recorded.add(Json.of(
                    "label", "peer", "work", "B", "acked_per_s", acked, "srv_us_per_msg", 70, "db_us_per_msg", 30));
        }
        recorded.add(Json.of("label", "parley", "work", "B", "acked_per_s", 9000));
        recorded.add(Json.of("label", "peer", "work", "D", "error", "no rate sustained"));
    }

    @Test
    void a_median_stands_between_the_least_and_the_most() {
        assertEquals(
                "1\u00a0000 [800 – 1\u00a0200]", spread("peer", "acked_per_s").toString());
    }

    @Test
    void fields_are_added_up_and_a_line_that_lacks_one_counts_for_nothing() {
        assertEquals(100, spread("peer", "srv_us_per_msg", "db_us_per_msg").median());
        assertEquals(0, spread("parley", "srv_us_per_msg", "db_us_per_msg").count());
    }

    @Test
    void what_failed_is_in_no_table() {
        String table = new Table(recorded).text();
        assertTrue(table.contains("### B"), table);
        assertTrue(table.contains("| Peer & Sons | 3 | 1\u00a0000 [800 – 1\u00a0200] |"), table);
        assertTrue(!table.contains("### D"), table);
    }

    @Test
    void the_parts_of_a_search_are_tables_of_their_own() {
        recorded.add(Json.of("label", "parley", "work", "S", "what", "build", "built_per_s", 17_000));
        recorded.add(Json.of("label", "parley", "work", "S", "what", "typo", "per_s", 900));
        String table = new Table(recorded).text();
        assertTrue(table.contains("### S build"), table);
        assertTrue(table.contains("| 17\u00a0000 |"), table);
        assertTrue(table.contains("### S typo"), table);
        assertTrue(table.contains("| – | – | – | 900 |"), table);
    }

    @Test
    void the_chart_is_well_formed_and_as_long_as_the_figures_say() throws Exception {
        String svg = new Chart(recorded).svg();
        Document chart =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        var bars = chart.getElementsByTagName("rect");
        double peer = width(bars.item(0));
        double ours = width(bars.item(1));
        assertEquals(9, ours / peer, 0.1);
    }

    private static double width(Node bar) {
        return Double.parseDouble(bar.getAttributes().getNamedItem("width").getNodeValue());
    }

    private Spread spread(String label, String... fields) {
        return recorded.spread("B", label, List.of(fields));
    }
}
