package org.parley.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.browser.Visitor;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/**
 * F: a browser that is signed in loads the page with a room of fifty pictures, on a plain connection and on one where
 * each request waits. Nothing is in the browser's cache. Then it scrolls up to the first picture.
 */
record FirstPaint() implements Workload {
    private static final int PICTURES = 50;
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final int GRAIN = 4;
    private static final double SLOW_MILLIS = 150;

    /** Before anything of the page runs. What a person causes, such as scrolling, is no shift of the layout. */
    private static final String OBSERVE =
            """
            window.shown = { lcp_ms: 0, shift: 0 };
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
              window.shown.lcp_ms = entry.startTime;
            })).observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
              if (!entry.hadRecentInput) window.shown.shift += entry.value;
            })).observe({ type: 'layout-shift', buffered: true });
            """;

    /** Until all that can be seen is there, and then up until each picture was seen; times since the page began. */
    private static final String LOOK =
            """
            async (all) => {
              const frame = () => {
                if (performance.now() > 60_000) throw new Error('Not all pictures came');
                return new Promise(requestAnimationFrame);
              };
              const box = document.querySelector('.timeline');
              const seen = new Set();
              const within = () => {
                const { top, bottom } = box.getBoundingClientRect();
                return [...box.querySelectorAll('.picture img')].filter((image) => {
                  const place = image.getBoundingClientRect();
                  return place.bottom > top && place.top < bottom;
                });
              };
              const loaded = async () => {
                let images = within();
                while (!images.length || !images.every((image) => image.complete && image.naturalWidth)) {
                  await frame();
                  images = within();
                }
                images.forEach((image) => seen.add(image.alt));
              };
              await loaded();
              await frame();
              const times = { ...window.shown, fcp_ms: performance.getEntriesByName('first-contentful-paint')[0].startTime,
                seen_ms: performance.now() };
              const shift = window.shown.shift;
              while (seen.size < all) {
                box.scrollBy(0, -box.clientHeight / 2);
                await frame();
                await loaded();
              }
              return { ...times, all_seen_ms: performance.now(), scrolled_shift: window.shown.shift - shift };
            }""";

    @Override
    public void run(Bed bed) {
        Person ann = bed.people(1).get(0);
        String room = Registering.rooms(ann, bed.tag(), 1).get(0);
        IntStream.range(0, PICTURES).forEach(i -> post(ann, room, i));
        for (int repetition = 1; repetition <= bed.settings().repetitions(); repetition++) {
            shown(bed, ann, room, "plain", 0, repetition);
            shown(bed, ann, room, "150 ms", SLOW_MILLIS, repetition);
        }
    }

    private static void post(Person ann, String room, int number) {
        byte[] photo = Uploads.encoded(Photo.of(WIDTH, HEIGHT, GRAIN, number), "jpg");
        Uploads.post(
                ann,
                room,
                "",
                Uploads.put(ann, "photo" + number + ".jpg", photo).path("id").asText());
    }

    private static void shown(Bed bed, Person ann, String room, String what, double latency, int repetition) {
        try (Visitor visitor = Visitor.at(bed.base()).signIn(ann, room)) {
            Page page = visitor.page();
            slow(visitor.context().newCDPSession(page), latency);
            page.addInitScript(OBSERVE);
            page.reload();
            page.waitForSelector(".picture img");
            Map<?, ?> times = (Map<?, ?>) page.evaluate(LOOK, PICTURES);
            Figures figures = new Figures(bed.settings(), "F", repetition, 1, 1).with("what", what);
            for (String name : List.of("fcp_ms", "lcp_ms", "seen_ms", "all_seen_ms", "shift", "scrolled_shift")) {
                figures.with(name, ((Number) times.get(name)).doubleValue());
            }
            bed.record(figures.line());
        }
    }

    private static void slow(CDPSession session, double latency) {
        session.send("Network.enable");
        JsonObject none = new JsonObject();
        none.addProperty("cacheDisabled", true);
        session.send("Network.setCacheDisabled", none);
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latency);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        session.send("Network.emulateNetworkConditions", conditions);
    }
}
