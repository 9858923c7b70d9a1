package org.parley.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** M: a browser shows a room of 300 messages with marks, while more messages and reactions come. */
record MarkedRoom() implements Workload {
    private static final int MESSAGES = 300;
    private static final int MORE = 20;
    private static final String THUMBS_UP = "%F0%9F%91%8D";
    private static final String TO_START = "() => { document.querySelector('.timeline').scrollTop = 0; }";
    private static final String TO_END =
            "() => { const box = document.querySelector('.timeline'); box.scrollTop = box.scrollHeight; }";
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
            try (ShownPage page = new ShownPage(bed.base(), ann)) {
                Figures figures = new Figures(bed.settings(), "M", repetition, 1, 1).with("messages", MESSAGES);
                int last = MESSAGES + (repetition - 1) * MORE;
                readIn(figures, page, room, last);
                more(figures, page, ann, room, last);
                bed.record(figures.line());
            }
        }
    }

    /** From the newest message back to the 300th. */
    private static void readIn(Figures figures, ShownPage page, String room, int last) {
        double before = page.idle();
        page.open(room);
        assertThat(message(page, last)).isInViewport();
        double opened = page.idle();
        page.until(message(page, last - MESSAGES + 1), () -> page.page().evaluate(TO_START));
        figures.with("open_ms", opened - before).with("all_ms", page.idle() - opened);
        figures.with("rows", page.page().locator(".row").count());
    }

    private static void more(Figures figures, ShownPage page, Person ann, String room, int last) {
        page.page().evaluate(TO_END);
        List<Locator> rows = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        double before = page.idle();
        for (int i = last + 1; i <= last + MORE; i++) {
            String seq = ann.post(room, MARKS.formatted(i)).path("seq").asText();
            // To look for a text would take the page longer than to draw the message.
            Locator row = page.page().locator(".row[data-seq='" + seq + "']");
            assertThat(row).isInViewport();
            rows.add(row);
            numbers.add(seq);
        }
        double said = page.idle();
        for (int i = 0; i < MORE; i++) {
            ann.put("rooms/" + room + "/messages/" + numbers.get(i) + "/reactions/" + THUMBS_UP, null)
                    .expect(204);
            assertThat(rows.get(i).locator(".chip[data-emoji]")).hasCount(1);
        }
        figures.with("ms_per_message", (said - before) / MORE);
        figures.with("ms_per_reaction", (page.idle() - said) / MORE);
    }

    private static Locator message(ShownPage page, int number) {
        return page.page().locator(".row", new Page.LocatorOptions().setHasText("number " + number + "."));
    }
}
