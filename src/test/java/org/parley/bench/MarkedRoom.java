package org.parley.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonElement;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.StreamSupport;
import org.parley.browser.Visitor;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** M: a browser shows a room of 300 messages with marks, while more messages and reactions come. */
record MarkedRoom() implements Workload {
    private static final int MESSAGES = 300;
    private static final int MORE = 20;
    private static final String THUMBS_UP = "%F0%9F%91%8D";
    private static final String MARKS =
            """
            number %d.
            **Deploy** of `parley` on *Monday*, ~~Friday~~, see https://example.org/runbook

            1. stop the old one
            2. start the new one
               - look at the log
               - tell @everyone

            | server | state | load |
            |--------|:-----:|-----:|
            | one    | up    | 0.7  |
            | two    | down  | 0    |

            > What can go wrong?

            ```java
            for (Server server : servers) {
                server.restart(Duration.ofSeconds(30)); // one after the other
            }
            ```
            """;

    @Override
    public void run(Bed bed) {
        Person ann = bed.people(1).get(0);
        String room = Registering.rooms(ann, bed.tag(), 1).get(0);
        Many.say(ann, room, 1, MESSAGES, MARKS::formatted);
        for (int repetition = 1; repetition <= bed.settings().repetitions(); repetition++) {
            try (Visitor visitor = Visitor.at(bed.base()).signIn(ann, "main")) {
                bed.record(shown(bed, ann, room, repetition, new Shown(visitor)).line());
            }
        }
    }

    private static Figures shown(Bed bed, Person ann, String room, int repetition, Shown shown) {
        Figures figures = new Figures(bed.settings(), "M", repetition, 1, 1).with("messages", MESSAGES);
        int last = MESSAGES + (repetition - 1) * MORE;
        figures.with("open_ms", shown.open(room, last));
        figures.with("all_ms", shown.readIn(last - MESSAGES + 1));
        figures.with("rows", shown.rows());
        shown.toEnd();
        double before = shown.millis();
        for (int i = last + 1; i <= last + MORE; i++) {
            Many.say(ann, room, i, i, MARKS::formatted);
            assertThat(shown.message(i)).isInViewport();
        }
        figures.with("ms_per_message", (shown.millis() - before) / MORE);
        before = shown.millis();
        for (int i = last + 1; i <= last + MORE; i++) {
            // Changes take numbers too, so the reactions of earlier repetitions lie between the messages.
            ann.put("rooms/" + room + "/messages/" + shown.seq(i) + "/reactions/" + THUMBS_UP, null)
                    .expect(204);
            assertThat(shown.message(i).locator(".chip")).hasCount(1);
        }
        return figures.with("ms_per_reaction", (shown.millis() - before) / MORE);
    }

    /** The page, and what it has cost its thread. */
    private static final class Shown {
        private final Page page;
        private final CDPSession session;

        Shown(Visitor visitor) {
            page = visitor.page();
            session = visitor.context().newCDPSession(page);
            session.send("Performance.enable");
        }

        double millis() {
            var metrics = session.send("Performance.getMetrics").getAsJsonArray("metrics");
            return StreamSupport.stream(metrics.spliterator(), false)
                            .map(JsonElement::getAsJsonObject)
                            .filter(metric -> metric.get("name").getAsString().equals("TaskDuration"))
                            .findFirst()
                            .orElseThrow()
                            .get("value")
                            .getAsDouble()
                    * 1e3;
        }

        /** @return milliseconds until the newest messages are there */
        double open(String room, int last) {
            double before = millis();
            page.evaluate("(room) => { location.hash = '#/rooms/' + room; }", room);
            assertThat(message(last)).isInViewport();
            return millis() - before;
        }

        /** @return milliseconds until all older messages up to this one are there too */
        double readIn(int first) {
            double before = millis();
            while (message(first).count() == 0) {
                page.evaluate("() => { document.querySelector('.timeline').scrollTop = 0; }");
                page.waitForTimeout(50);
            }
            return millis() - before;
        }

        void toEnd() {
            page.evaluate(
                    "() => { const box = document.querySelector('.timeline'); box.scrollTop = box.scrollHeight; }");
        }

        int rows() {
            return page.locator(".row").count();
        }

        Locator message(int number) {
            return page.locator(".row", new Page.LocatorOptions().setHasText("number " + number + "."));
        }

        String seq(int number) {
            return message(number).getAttribute("data-seq");
        }
    }
}
