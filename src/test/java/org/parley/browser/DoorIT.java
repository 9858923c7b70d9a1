package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Person;

/** Signing in, staying signed in, and signing out. */
@Tag("once")
@Tag("page")
class DoorIT {
    private final Cast cast = Cast.onSharedServer();
    private final Visitor visitor = Visitor.at(cast.server().base());

    @AfterEach
    void nothing_went_wrong() {
        try (visitor) {
            visitor.assertClean();
        }
    }

    @Test
    void who_makes_an_account_is_in_the_room_that_everybody_is_in() {
        visitor.signUp(cast.unique("eve"));
        assertThat(visitor.page()).hasURL(cast.server().base() + "#/rooms/main");
        visitor.upToDate();
        Locator side = visitor.page().locator(".side");
        assertThat(side).containsText("Look for a room that interests you, or make your own.");
        Axe.assertFindsNothing(visitor.page());
        side.getByText("New room").click();
        visitor.dialog().getByLabel("Name").fill(cast.unique("eves"));
        visitor.button("Create room").click();
        assertThat(visitor.page().getByText("This is the start of eves")).isVisible();
        assertThat(side).not().containsText("Look for a room");
    }

    @Test
    @Tag("thorough")
    void a_name_that_is_taken_is_refused_in_words() {
        Person ann = cast.ann();
        visitor.open("");
        visitor.button("Create an account").click();
        visitor.page().getByLabel("Username").fill(ann.name());
        visitor.page().getByLabel("Password").fill(Person.PASSWORD);
        visitor.button("Create account").click();
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasText("This username is taken. Choose another.");
    }

    @Test
    void a_wrong_password_is_refused_and_the_right_one_let_in() {
        Person ann = cast.ann();
        visitor.open("");
        visitor.page().getByLabel("Username").fill(ann.name());
        visitor.page().getByLabel("Password").fill("not-the-password");
        visitor.page().getByLabel("Password").press("Enter");
        assertThat(visitor.page().getByText("Wrong username or password.")).isVisible();
        visitor.enter(ann);
        visitor.upToDate();
    }

    @Test
    @Tag("thorough")
    void a_reload_asks_nobody_to_sign_in_again() {
        visitor.signUp(cast.unique("eve"));
        visitor.page().reload();
        assertThat(visitor.composer()).isVisible();
        visitor.upToDate();
    }

    @Test
    @Tag("thorough")
    void who_signs_out_stands_before_the_door_and_a_reload_does_not_open_it() {
        visitor.signUp(cast.unique("eve"));
        visitor.page().locator(".me").click();
        visitor.button("Sign out").click();
        assertThat(visitor.page().getByLabel("Username")).isVisible();
        visitor.page().reload();
        assertThat(visitor.page().getByLabel("Username")).isVisible();
    }

    @Test
    @Tag("thorough")
    void what_was_written_and_not_sent_does_not_outlive_the_session() {
        String eve = cast.unique("eve");
        visitor.signUp(eve);
        visitor.upToDate();
        visitor.composer().fill("a draft");
        visitor.page().waitForCondition(() -> drafts() == 1);
        unsent("store.put({clientId: 'hers', user: '%s'}), store.put({clientId: 'other', user: 'bob'})".formatted(eve));
        visitor.page().locator(".me").click();
        visitor.button("Sign out").click();
        assertThat(visitor.page().getByLabel("Username")).isVisible();
        assertEquals(0, drafts());
        assertEquals(List.of("other"), unsent("store.getAllKeys()"));
    }

    private int drafts() {
        return (Integer) visitor.page()
                .evaluate("() => Object.keys(localStorage).filter((key) => key.includes(':draft:')).length");
    }

    /** Does something with the browser's store of unsent messages, and returns the last request's result. */
    private Object unsent(String action) {
        return visitor.page()
                .evaluate(
                        """
                () => new Promise((resolve, reject) => {
                  const opening = indexedDB.open(`parley:${new URL('.', document.baseURI).pathname}`);
                  opening.onerror = () => reject(opening.error);
                  opening.onsuccess = () => {
                    try {
                      const transaction = opening.result.transaction('outbox', 'readwrite');
                      const store = transaction.objectStore('outbox');
                      const request = (%s);
                      transaction.onabort = () => reject(transaction.error);
                      transaction.oncomplete = () => {
                        opening.result.close();
                        resolve(request.result);
                      };
                    } catch (error) {
                      reject(error);
                    }
                  };
                })"""
                                .formatted(action));
    }
}
