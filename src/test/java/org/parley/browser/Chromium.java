package org.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one browser process of all tests; each visitor gets a profile of its own in it. */
final class Chromium {
    /** First Chromium without what only a window needs, which takes a quarter less of the processor. */
    private static final List<String> INSTALLED = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium");

    /** A dead connection takes seconds to notice, and the machines that test are slow ones. */
    private static final double PATIENCE_MS = 20_000;

    private static Browser browser;

    private Chromium() {}

    static synchronized Browser get() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = playwright.chromium().launch(options());
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        }
        return browser;
    }

    private static LaunchOptions options() {
        // No sandbox, since tests often run as root in a container; they open no page but ours.
        LaunchOptions options = new LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking"));
        INSTALLED.stream().map(Path::of).filter(Files::isExecutable).findFirst().ifPresent(options::setExecutablePath);
        return options;
    }
}
