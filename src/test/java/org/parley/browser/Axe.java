package org.parley.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe-core finds wrong on a page as it stands: in its dialog if one is open, because nobody reaches the rest. */
final class Axe {
    private static final String DIALOG = "dialog[open]";

    private Axe() {}

    static void assertFindsNothing(Page page) {
        assertNothing(of(page));
    }

    /** Checks only what depends on the colours, in a fraction of the time. */
    static void assertContrast(Page page) {
        assertNothing(of(page).withRules(List.of("color-contrast")));
    }

    private static AxeBuilder of(Page page) {
        AxeBuilder axe = new AxeBuilder(page);
        return page.locator(DIALOG).count() == 0 ? axe : axe.include(DIALOG);
    }

    private static void assertNothing(AxeBuilder axe) {
        // Otherwise it opens another page each time, to put the results of frames together; the page has none.
        axe.setLegacyMode(true);
        assertEquals(List.of(), axe.analyze().getViolations());
    }
}
