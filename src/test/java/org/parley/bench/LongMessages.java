package org.parley.bench;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.parley.bench.ShownPage.Cost;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** L: a browser shows single messages of the greatest size, each in a room of its own, and then unfolds them. */
record LongMessages() implements Workload {
    private static final String UNFOLD = "() => [...document.querySelectorAll('.unfold')].at(-1).click()";

    @Override
    public void run(Bed bed) {
        Person ann = bed.people(1).get(0);
        Map<String, String> texts = HostileTexts.all("@" + ann.name() + " ");
        int repetitions = bed.settings().repetitions();
        List<String> rooms = Registering.rooms(ann, bed.tag(), repetitions * texts.size());
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            List<String> own = rooms.subList((repetition - 1) * texts.size(), repetition * texts.size());
            try (ShownPage shown = new ShownPage(bed.base(), ann)) {
                bed.record(measured(bed, ann, own, texts, repetition, shown).line());
            }
        }
    }

    private static Figures measured(
            Bed bed, Person ann, List<String> rooms, Map<String, String> texts, int repetition, ShownPage page) {
        Map<String, Cost> shown = new LinkedHashMap<>();
        Map<String, Cost> unfolded = new LinkedHashMap<>();
        Iterator<String> room = rooms.iterator();
        texts.forEach((name, text) -> {
            String own = room.next();
            page.open(own);
            page.until(page.page().locator("main[aria-label='" + own + "'] .start"), () -> {});
            shown.put(name, page.costOf(() -> said(page, ann, own, text)));
            unfolded.put(name, page.costOf(() -> page.page().evaluate(UNFOLD)));
        });
        Figures figures = new Figures(bed.settings(), "L", repetition, 1, rooms.size());
        costliest(figures, "shown_ms", shown, Cost::millis);
        costliest(figures, "shown_task_ms", shown, Cost::longestTask);
        costliest(figures, "unfolded_ms", unfolded, Cost::millis);
        costliest(figures, "unfolded_task_ms", unfolded, Cost::longestTask);
        return figures;
    }

    private static void said(ShownPage page, Person ann, String room, String text) {
        Many.say(ann, room, 1, text);
        page.until(page.page().locator(".row .body"), () -> {});
    }

    /** The greatest, whose it is, and all of them. */
    private static void costliest(Figures figures, String what, Map<String, Cost> costs, ToDoubleFunction<Cost> part) {
        Map<String, Double> each = new LinkedHashMap<>();
        costs.forEach((name, cost) -> each.put(name, part.applyAsDouble(cost)));
        Map.Entry<String, Double> most =
                each.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        figures.with(what, most.getValue()).with(what + "_of", most.getKey()).with(what + "_each", each);
    }
}
