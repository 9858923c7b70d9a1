package org.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The only browser process of all tests. Each visitor gets a separate profile in it. */
final class Chromium {
    /** The first choice is Chromium without its window code, which takes a quarter less CPU. */
    private static final List<String> INSTALLED = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium");

    /** It takes seconds to notice a dead connection, and test machines are slow. */
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
        // No sandbox, because tests often run as root in a container. They open only our own page.
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
