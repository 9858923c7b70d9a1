package org.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.StartTracingOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.browser.Visitor;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** The page in a browser, and what it costs its only thread: scripts, styles, layout and painting. */
final class ShownPage implements AutoCloseable {
    /** A page that does less than this in a look has nothing to do. */
    private static final double IDLE_MILLIS = 1;

    private static final int LOOK_MILLIS = 50;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int LOOKS = 600;
    private static final int IDLE_LOOKS = 4;

    /** What an act has cost: in all, and the longest time for which the page could not do anything else. */
    record Cost(double millis, double longestTask) {}

    private final Visitor visitor;
    private final Page page;
    private final CDPSession session;

    ShownPage(URI base, Person person) {
        visitor = Visitor.at(base).signIn(person, "main");
        page = visitor.page();
        session = visitor.context().newCDPSession(page);
        session.send("Performance.enable");
    }

    Page page() {
        return page;
    }

    void open(String room) {
        page.evaluate("(room) => { location.hash = '#/rooms/' + room; }", room);
    }

    /** Does something again until this is on the page. Unlike an assertion, looking for it asks for no layout. */
    void until(Locator there, Runnable again) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (there.count() == 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("There is no " + there + " on the page");
            }
            again.run();
            page.waitForTimeout(LOOK_MILLIS);
        }
    }

    /** How long the thread has been busy since the page began. */
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

    /** Waits until the page has nothing to do, and returns how long it has been busy since it began. */
    double idle() {
        double before = millis();
        int idle = 0;
        for (int i = 0; i < LOOKS && idle < IDLE_LOOKS; i++) {
            page.waitForTimeout(LOOK_MILLIS);
            double now = millis();
            idle = now - before < IDLE_MILLIS ? idle + 1 : 0;
            before = now;
        }
        return before;
    }

    Cost costOf(Runnable act) {
        double before = idle();
        Browser browser = visitor.context().browser();
        browser.startTracing(page, new StartTracingOptions().setCategories(List.of("toplevel")));
        act.run();
        double after = idle();
        String trace = new String(browser.stopTracing(), StandardCharsets.UTF_8);
        return new Cost(after - before, longestTask(Json.read(trace).path("traceEvents")));
    }

    private static double longestTask(JsonNode events) {
        Set<String> threads = StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.at("/args/name").asText().equals("CrRendererMain"))
                .map(ShownPage::threadOf)
                .collect(Collectors.toSet());
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("name").asText().endsWith("RunTask") && threads.contains(threadOf(event)))
                .mapToDouble(event -> event.path("dur").asDouble() / 1e3)
                .max()
                .orElse(0);
    }

    private static String threadOf(JsonNode event) {
        return event.path("pid") + "." + event.path("tid");
    }

    @Override
    public void close() {
        visitor.close();
    }
}
