package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.parley.harness.FrameCheck;
import org.parley.harness.Person;

/** A person with a browser of their own. */
public final class Visitor implements AutoCloseable {
    private static final double RETRY_MS = 2000;
    private static final String GROWN =
            """
            row => new Promise(grown => {
              const look = before => row.textContent.length === before ? grown() : again(row.textContent.length);
              const again = before => requestAnimationFrame(() => requestAnimationFrame(() => look(before)));
              again(row.textContent.length);
            })""";
    /** The size of a page, unless a test wants another one. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 720;

    private final URI base;
    private final BrowserContext context;
    private final Line line;
    private final Page page;
    private final List<String> foreign = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private Visitor(URI base, NewContextOptions options) {
        this.base = base;
        if (options.serviceWorkers == null) {
            // Most tests are about other things, and a page that is opened once need not be cached.
            options.setServiceWorkers(ServiceWorkerPolicy.BLOCK);
        }
        this.context = Chromium.get().newContext(options.setLocale("en-GB"));
        this.line = new Line(context);
        this.page = context.newPage();
        page.onPageError(broken::add);
        page.onDialog(dialog -> {
            broken.add("a dialog said " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("TrustedHTML")) {
                broken.add(message.text());
            }
        });
        page.onWebSocket(socket ->
                socket.onFrameReceived(frame -> FrameCheck.receivedText(URI.create(socket.url()), frame.text())));
        page.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (asked.getHost() != null && !asked.getAuthority().equals(base.getAuthority())) {
                foreign.add(request.url());
            }
        });
    }

    public static Visitor at(URI base) {
        return at(base, new NewContextOptions());
    }

    static Visitor at(URI base, NewContextOptions options) {
        return new Visitor(base, options);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    Line line() {
        return line;
    }

    /** Opens an address of the page, such as {@code #/rooms/main}; the empty one is its start. */
    public Visitor open(String fragment) {
        page.navigate(base.resolve(fragment.isEmpty() ? "./" : "./" + fragment).toString());
        return this;
    }

    Visitor signUp(String username) {
        open("");
        button("Create an account").click();
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(Person.PASSWORD);
        button("Create account").click();
        assertThat(composer()).isVisible();
        return this;
    }

    /** Signs in and opens a room of the person. */
    public Visitor signIn(Person person, String room) {
        open("#/rooms/" + room);
        enter(person);
        assertThat(page.getByRole(AriaRole.MAIN, new Page.GetByRoleOptions().setName(room)))
                .isVisible();
        return this;
    }

    /** Signs in and opens the private conversation with another person. */
    Visitor signInTo(Person person, Person other) {
        open("#/direct/" + other.name());
        enter(person);
        assertThat(page.locator(".room[data-kind=direct] .composer textarea")).isVisible();
        return this;
    }

    /** Fills in the sign-in form. */
    void enter(Person person) {
        page.getByLabel("Username").fill(person.name());
        page.getByLabel("Password").fill(Person.PASSWORD);
        exactButton("Sign in").click();
    }

    Visitor write(String text) {
        composer().fill(text);
        composer().press("Enter");
        return this;
    }

    Locator composer() {
        return page.locator(".composer textarea");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** A button whose name is a part of another one's. */
    Locator exactButton(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.locator("dialog[open]");
    }

    Locator banner() {
        return page.locator(".banner");
    }

    /** The texts of the messages on the page, oldest first. */
    Locator messages() {
        return page.locator(".row .body");
    }

    public Locator message(String text) {
        return page.locator(".row", new Page.LocatorOptions().setHasText(text));
    }

    /** Shows all of a long message. The page draws a piece in each frame. */
    static void unfold(Locator row) {
        ElementHandle one = row.elementHandle();
        one.querySelector(".unfold").click();
        one.evaluate(GROWN);
    }

    /** The entry of a room in the list. */
    Locator entry(String room) {
        return page.locator(".room-link", new Page.LocatorOptions().setHasText(room));
    }

    /** The unread count of a room, as its entry in the list shows it. */
    Locator unread(String room) {
        return entry(room).locator(".count");
    }

    /** The list entry of the conversation with a person. */
    Locator conversation(Person other) {
        return page.locator(".person-link", new Page.LocatorOptions().setHasText(other.name()));
    }

    /** The delivery state of a message of the visitor, in words. */
    Locator tick(String text) {
        return message(text).locator(".sent-state");
    }

    /** Presses the button in the banner, unless the page has tried again by itself in the meantime. */
    void retryNow() {
        try {
            button("Retry now").click(new Locator.ClickOptions().setTimeout(RETRY_MS));
        } catch (TimeoutError tried) {
            // The button is disabled while the page tries, and goes with the banner.
        }
    }

    /** Takes back what an earlier test did to the page. */
    void startAgain() {
        context.pages().stream().filter(other -> other != page).forEach(Page::close);
        page.unrouteAll();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(WIDTH, HEIGHT);
        page.mouse().move(0, 0);
        if (dialog().count() > 0) {
            page.reload();
        }
        page.evaluate(
                "() => document.querySelectorAll('.toast button:last-child').forEach((button) => button.click())");
    }

    /** Waits until the page says that it is up to date. */
    void upToDate() {
        assertThat(page.locator(".me-state")).hasText("Up to date");
    }

    /** The same after an outage of the server, which may take long to be ready again on a busy machine. */
    void upToDateAgain() {
        assertThat(page.locator(".me-state"))
                .hasText("Up to date", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    /** Asserts that the page made no request outside its origin and did not violate its security policy. */
    void assertClean() {
        if (!foreign.isEmpty() || !broken.isEmpty()) {
            throw new AssertionError("Other hosts were asked: " + foreign + "; went wrong: " + broken);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
