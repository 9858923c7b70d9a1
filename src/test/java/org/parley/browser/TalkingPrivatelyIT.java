package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;

/** Two people in a private conversation, each in a browser. */
@Tag("once")
@Tag("page")
class TalkingPrivatelyIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final List<Visitor> visitors = new ArrayList<>();

    @AfterEach
    void nothing_went_wrong() {
        for (Visitor visitor : visitors) {
            try (visitor) {
                visitor.assertClean();
            }
        }
    }

    @Test
    @Tag("thorough")
    void who_is_written_to_sees_it_in_the_list_and_answers() {
        Visitor anns = with(ann, bob);
        Visitor bobs = inRoom(bob);
        assertThat(bobs.conversation(ann)).hasCount(0);
        anns.write("Can you keep a secret?");
        assertThat(bobs.conversation(ann).locator(".preview")).hasText("Can you keep a secret?");
        assertThat(bobs.conversation(ann).locator(".count")).containsText("1");
        bobs.conversation(ann).click();
        assertThat(bobs.messages()).hasText(new String[] {"Can you keep a secret?"});
        assertThat(bobs.conversation(ann).locator(".count")).hasCount(0);
        bobs.write("I can.").write("Mostly.");
        assertThat(anns.messages()).hasText(new String[] {"Can you keep a secret?", "I can.", "Mostly."});
        assertThat(anns.conversation(bob).locator(".preview")).hasText("Mostly.");
        assertThat(bobs.conversation(ann).locator(".preview")).hasText("You: Mostly.");
    }

    @Test
    @Tag("thorough")
    void a_person_is_found_by_name_and_written_to() {
        Visitor anns = inRoom(ann);
        anns.button("New message").click();
        anns.dialog().getByLabel("Find a person").fill(bob.name());
        assertThat(anns.dialog().locator(".found-person")).hasCount(1);
        anns.dialog().getByLabel("Find a person").press("Enter");
        assertThat(anns.composer()).hasAttribute("placeholder", "Message to " + bob.name() + " (private)");
        anns.write("hello");
        assertThat(anns.conversation(bob)).hasAttribute("aria-current", "page");
    }

    @Test
    void a_message_is_sent_then_delivered_then_read() {
        Visitor anns = with(ann, bob);
        anns.write("for you");
        assertThat(anns.tick("for you")).hasText("Sent");
        Visitor bobs = inRoom(bob);
        assertThat(anns.tick("for you")).hasText("Delivered");
        bobs.conversation(ann).click();
        assertThat(anns.tick("for you")).hasText("Read");
        anns.page().reload();
        assertThat(anns.tick("for you")).hasText("Read");
    }

    @Test
    @Tag("thorough")
    void a_second_tab_has_what_the_first_one_writes_and_reads() {
        Visitor anns = with(ann, bob);
        Page second = anns.context().newPage();
        second.navigate(cast.server().base().resolve("./#/rooms/main").toString());
        Locator entry = second.locator(".person-link", new Page.LocatorOptions().setHasText(bob.name()));
        anns.write("from the first tab");
        assertThat(entry.locator(".preview")).hasText("You: from the first tab");
        anns.open("#/rooms/main");
        bob.write(ann, "an answer");
        assertThat(entry.locator(".count")).containsText("1");
        anns.conversation(bob).click();
        assertThat(anns.message("an answer")).isVisible();
        assertThat(entry.locator(".count")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void what_is_marked_unread_is_so_in_every_tab_until_it_is_read_again() {
        for (int i = 1; i <= 3; i++) {
            bob.write(ann, "number " + i + ".");
        }
        Visitor anns = with(ann, bob);
        Page second = anns.context().newPage();
        second.navigate(cast.server().base().resolve("./#/rooms/main").toString());
        Locator count = second.locator(".person-link", new Page.LocatorOptions().setHasText(bob.name()))
                .locator(".count");
        assertThat(second.locator(".person-link")).hasCount(1);
        assertThat(count).hasCount(0);
        anns.message("number 2.").hover();
        anns.message("number 2.").getByLabel("Mark unread from here").click();
        assertThat(anns.conversation(bob).locator(".count")).containsText("2");
        assertThat(count).containsText("2");
        anns.page().reload();
        assertThat(anns.page().locator(".divider")).isVisible();
        assertThat(anns.message("number 2.").locator(".divider")).isVisible();
        assertThat(count).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void who_loses_the_connection_writes_on_and_catches_up() {
        Person cem = cast.cem();
        bob.write(ann, "before");
        Visitor anns = with(ann, bob);
        assertThat(anns.messages()).hasText(new String[] {"before"});
        anns.line().cut();
        assertThat(anns.banner()).isVisible();
        anns.write("from the tunnel");
        bob.write(ann, "meanwhile 1");
        bob.write(ann, "meanwhile 2");
        cem.write(ann, "somebody new");
        anns.line().mend();
        anns.retryNow();
        assertThat(anns.messages()).hasText(new String[] {"before", "meanwhile 1", "meanwhile 2", "from the tunnel"});
        assertThat(anns.page().locator(".person-link .preview").first()).hasText(Pattern.compile("tunnel|somebody"));
        assertThat(anns.conversation(cem).locator(".preview")).hasText("somebody new");
        assertThat(anns.banner()).isHidden();
    }

    @Test
    @Tag("thorough")
    void a_first_message_outlives_a_reload_before_the_conversation_exists() {
        Visitor anns = with(ann, bob);
        anns.upToDate();
        anns.line().cut();
        assertThat(anns.banner()).isVisible();
        anns.write("one").write("two");
        anns.page().waitForFunction("() => !Object.keys(localStorage).some((key) => key.includes('draft:'))");
        anns.page().reload();
        assertThat(anns.messages()).hasText(new String[] {"one", "two"});
        anns.line().mend();
        Visitor bobs = with(bob, ann);
        assertThat(bobs.messages()).hasText(new String[] {"one", "two"});
        anns.upToDate();
        anns.page().reload();
        assertThat(anns.messages()).hasText(new String[] {"one", "two"});
    }

    @Test
    @Tag("thorough")
    void presence_is_told_by_shape_and_in_words() {
        bob.write(ann, "hello");
        Visitor anns = with(ann, bob);
        Locator shape = anns.conversation(bob).locator(".presence");
        assertThat(shape).hasClass("presence offline");
        assertThat(anns.page().locator(".room-head .topic")).hasText("offline");
        try (LiveSocket bobs = bob.privateSocket()) {
            assertThat(shape).hasClass("presence online");
            assertThat(anns.page().locator(".room-head .topic")).hasText("online");
            bobs.send(Json.of("type", "set_presence", "state", "idle"));
            assertThat(shape).hasClass("presence away");
        }
        assertThat(shape).hasClass("presence offline");
        assertThat(anns.page().locator(".room-head .topic")).containsText("last seen");
    }

    @Test
    @Tag("thorough")
    void one_keeps_notes_to_oneself() {
        Visitor anns = with(ann, ann);
        assertThat(anns.page().locator(".room-head h1")).hasText("Notes to self");
        anns.write("buy milk");
        assertThat(anns.messages()).hasText(new String[] {"buy milk"});
        assertThat(anns.page().locator(".person-link .preview")).hasText("buy milk");
        assertThat(anns.page().locator(".person-link .count")).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void the_link_of_a_private_message_leads_to_it_and_a_quote_to_what_was_quoted() {
        bob.write(ann, "the one");
        for (int i = 1; i <= 80; i++) {
            bob.write(ann, "another " + i + ".");
        }
        Visitor anns = inRoom(ann);
        anns.open("#/direct/" + bob.name() + "/1");
        assertThat(anns.message("the one")).isInViewport();
        assertThat(anns.message("the one")).hasClass(Pattern.compile("\\blit\\b"));
        anns.message("the one").hover();
        anns.message("the one").getByLabel("Reply").click();
        anns.write("an answer");
        assertThat(anns.message("an answer")).isInViewport();
        anns.message("an answer").locator(".quote").click();
        assertThat(anns.page()).hasURL(Pattern.compile("#/direct/" + bob.name() + "/1$"));
        assertThat(anns.message("the one").first()).isInViewport();
    }

    @Test
    @Tag("thorough")
    void each_of_two_hears_what_is_for_them_and_the_latest_stands_first() {
        Person cem = cast.cem();
        Visitor anns = inRoom(ann);
        Visitor bobs = inRoom(bob);
        bob.write(ann, "from bob");
        assertThat(anns.page().locator(".person-name")).hasText(new String[] {bob.name()});
        assertThat(anns.page().locator(".person-text .hidden")).hasText(new String[] {"online"});
        cem.write(ann, "from cem");
        assertThat(anns.page().locator(".preview")).hasText(new String[] {"from cem", "from bob"});
        bob.write(ann, "from bob again");
        assertThat(anns.page().locator(".preview")).hasText(new String[] {"from bob again", "from cem"});
        assertThat(bobs.page().locator(".preview")).hasText(new String[] {"You: from bob again"});
        assertThat(anns.page()).hasTitle(Pattern.compile("^\\(3\\)"));
    }

    @Test
    @Tag("thorough")
    void there_is_nobody_of_that_name() {
        Visitor anns = inRoom(ann);
        anns.open("#/direct/" + cast.unique("zed"));
        assertThat(anns.page().getByText("There’s no one called")).isVisible();
    }

    private Visitor with(Person person, Person other) {
        return kept(Visitor.at(cast.server().base())).signInTo(person, other);
    }

    private Visitor inRoom(Person person) {
        Visitor visitor = kept(Visitor.at(cast.server().base())).signIn(person, "main");
        visitor.upToDate();
        return visitor;
    }

    private Visitor kept(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }
}
