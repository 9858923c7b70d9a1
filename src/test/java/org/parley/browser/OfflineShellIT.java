package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.parley.harness.Cast;
import org.parley.harness.Person;
import org.parley.harness.RunningServer;
import org.parley.harness.SharedServer;

/** The page opens without its server, and a new build replaces the old one as a whole. */
@Tag("page")
class OfflineShellIT {
    private static final String CACHES = "caches.keys()";
    private static final String KEPT =
            """
            (async () => {
              const kept = [];
              for (const name of await caches.keys()) {
                for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
              }
              return kept;
            })()
            """;

    private final RunningServer server;
    private final Cast cast;
    private final Person account;
    private final Visitor ann;

    /** The long test stops its server. */
    OfflineShellIT(TestInfo test) {
        server = test.getTags().contains("long") ? SharedServer.other() : SharedServer.get();
        cast = new Cast(server);
        account = cast.ann();
        ann = Visitor.at(server.base(), new NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.ALLOW));
    }

    @AfterEach
    void she_goes() {
        try (Visitor leaving = ann) {
            leaving.assertClean();
        }
    }

    @Test
    @Tag("long")
    void the_page_opens_and_takes_messages_while_the_server_is_stopped_and_a_new_build_takes_over() throws IOException {
        String room = account.createRoom("tea");
        Person bob = cast.bob();
        account.write(bob, "nothing that is kept");
        ann.signIn(account, room).upToDate();
        assertThat(ann.conversation(bob)).isVisible();
        kept();
        Object old = ann.page().evaluate(CACHES);
        server.stop();
        ann.page().reload();
        assertThat(ann.banner()).containsText("Connection lost.");
        assertThat(ann.conversation(bob)).isVisible();
        assertThat(ann.page()).hasTitle(room + " – Parley");
        ann.write("written without a server");
        assertThat(ann.message("written without a server")).isVisible();
        ann.page().waitForFunction("() => !Object.keys(localStorage).some((key) => key.includes('draft:'))");
        ann.page().reload();
        assertThat(ann.message("written without a server")).isVisible();
        assertThat(ann.banner()).containsText("1 message will be sent");
        server.deploying(otherBuild()).start();
        ann.upToDateAgain();
        assertThat(ann.messages()).hasText(new String[] {"written without a server"});
        assertThat(ann.banner()).isHidden();
        ann.page().reload();
        ann.page().waitForFunction("() => window.otherBuild");
        ann.upToDate();
        ann.page().waitForCondition(() -> !((List<?>) ann.page().evaluate(CACHES)).containsAll((List<?>) old));
        kept();
        server.stop();
        ann.page().reload();
        assertThat(ann.banner()).containsText("Connection lost.");
        ann.page().waitForFunction("() => window.otherBuild");
    }

    @Test
    @Tag("thorough")
    void nothing_but_the_page_is_kept_and_nothing_of_the_session_outlives_it() {
        String room = account.createRoom(cast.unique("secret-plans"));
        ann.signIn(account, room).upToDate();
        ann.write("nobody else may read this");
        kept();
        ann.page().reload();
        ann.upToDate();
        List<?> paths = (List<?>) ann.page().evaluate(KEPT);
        assertTrue(paths.contains("/app/main.js") && paths.contains("/"), paths.toString());
        assertTrue(paths.stream().allMatch(path -> path.toString().matches("/|/app/.*")), paths.toString());
        ann.page().locator(".me").click();
        ann.button("Sign out").click();
        assertThat(ann.page().getByLabel("Username")).isVisible();
        ann.page().reload();
        String all = (String) ann.page().evaluate("JSON.stringify(localStorage)");
        assertFalse(all.contains("secret-plans") || all.contains("nobody else"), all);
    }

    @Test
    void a_browser_may_install_it() {
        ann.signIn(account, "main").upToDate();
        kept();
        CDPSession browser = ann.context().newCDPSession(ann.page());
        JsonObject manifest = browser.send("Page.getAppManifest");
        assertEquals(0, manifest.getAsJsonArray("errors").size(), manifest.toString());
        assertTrue(manifest.get("url").getAsString().endsWith("/app/manifest.webmanifest"));
        // A context of a test is a private window, where nothing can be installed.
        List<String> obstacles = StreamSupport.stream(
                        browser.send("Page.getInstallabilityErrors")
                                .getAsJsonArray("installabilityErrors")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .map(error -> error.get("errorId").getAsString())
                .filter(error -> !error.equals("in-incognito"))
                .toList();
        assertEquals(List.of(), obstacles);
    }

    /** Waits until the whole page is in one cache. */
    private void kept() {
        ann.page().evaluate("navigator.serviceWorker.ready");
        ann.page().waitForCondition(() -> ((List<?>) ann.page().evaluate(CACHES)).size() == 1);
    }

    /** The same build with one more line, and with the same date. */
    private static Path otherBuild() throws IOException {
        Path war = SharedServer.folder("build").resolve("parley.war");
        Files.copy(RunningServer.BUILT, war);
        try (FileSystem files = FileSystems.newFileSystem(war)) {
            Path main = files.getPath("app", "main.js");
            var date = Files.getLastModifiedTime(main);
            Files.writeString(main, "\nwindow.otherBuild = true;\n", StandardOpenOption.APPEND);
            Files.setLastModifiedTime(main, date);
        }
        return war;
    }
}
