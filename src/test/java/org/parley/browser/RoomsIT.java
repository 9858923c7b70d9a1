package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Creating rooms, finding them and joining them. */
@Tag("once")
@Tag("page")
@TestInstance(Lifecycle.PER_CLASS)
class RoomsIT {
    private final AnnAndBob people = new AnnAndBob("entrance");
    private final Person annsAccount = people.annsAccount;
    private final Person bobsAccount = people.bobsAccount;
    private final Visitor ann = people.ann;
    private final Visitor bob = people.bob;
    private int vaults;
    private String room;

    @BeforeEach
    void they_meet() {
        people.meet();
        room = people.cast.unique("vault" + ++vaults);
    }

    @AfterAll
    void they_go() {
        people.close();
    }

    @Test
    void a_room_with_a_password_lets_in_who_knows_it() {
        create(ann, "open sesame");
        ann.write("behind the door");
        browse(bob);
        bob.button("Join: " + room).click();
        bob.dialog().getByLabel("Password of " + room).fill("wrong password");
        bob.dialog().getByLabel("Password of " + room).press("Enter");
        assertThat(bob.dialog().getByRole(AriaRole.ALERT)).hasText("Wrong password. Ask someone in the room.");
        bob.dialog().getByLabel("Password of " + room).fill("open sesame");
        bob.dialog().getByLabel("Password of " + room).press("Enter");
        assertThat(bob.messages()).hasText(new String[] {"behind the door"});
        assertThat(bob.composer()).isFocused();
        bob.write("thank you");
        assertThat(ann.messages()).hasText(new String[] {"behind the door", "thank you"});
    }

    @Test
    @Tag("thorough")
    void a_link_to_a_room_one_is_not_in_leads_to_its_door() {
        annsAccount.post("rooms", Json.of("name", room, "visibility", "public", "password", "open sesame"));
        bob.open("#/rooms/" + room);
        bob.page().getByLabel("Password of the room").fill("open sesame");
        bob.button("Join").click();
        assertThat(bob.page().getByText("This is the start of " + room)).isVisible();
    }

    @Test
    @Tag("thorough")
    void who_is_added_to_a_room_follows_it_at_once_and_who_leaves_elsewhere_no_longer() {
        annsAccount
                .post("rooms", Json.of("name", room, "visibility", "private"))
                .expect(201);
        annsAccount
                .post("rooms/" + room + "/members", Json.of("username", bobsAccount.name()))
                .expect(201);
        assertThat(bob.entry(room)).isVisible();
        bob.upToDate();
        annsAccount.post(room, "welcome");
        assertThat(bob.unread(room)).containsText("1");
        bobsAccount.elsewhere().delete("rooms/" + room + "/members/me").expect(204);
        assertThat(bob.entry(room)).hasCount(0);
        annsAccount.delete("rooms/" + people.room).expect(204);
        assertThat(bob.page().getByText(annsAccount.name() + " deleted")).isVisible();
    }

    @Test
    @Tag("thorough")
    void what_is_marked_unread_in_a_room_is_where_it_opens_the_next_time() {
        for (int i = 1; i <= 4; i++) {
            annsAccount.post(people.room, "number " + i + ".");
        }
        assertThat(bob.message("number 4.")).isVisible();
        bob.message("number 3.").hover();
        bob.message("number 3.").getByLabel("Mark unread from here").click();
        assertThat(bob.unread(people.room)).containsText("2");
        annsAccount.post(people.room, "number 5.");
        assertThat(bob.unread(people.room)).containsText("3");
        bob.open("#/rooms/main");
        assertThat(bob.unread(people.room)).containsText("3");
        bob.open("#/rooms/" + people.room);
        assertThat(bob.message("number 3.").locator(".divider")).isVisible();
        assertThat(bob.unread(people.room)).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void a_private_room_looks_like_none() {
        annsAccount.post("rooms", Json.of("name", room, "visibility", "private"));
        bob.open("#/rooms/" + room);
        assertThat(bob.page().getByText("“" + room + "” may have been renamed")).isVisible();
        ann.open("#/rooms/" + room);
        assertThat(ann.page().getByText("This is the start of " + room)).isVisible();
    }

    @Test
    @Tag("thorough")
    void a_name_that_cannot_be_used_is_refused_in_words_below_its_field() {
        annsAccount.createRoom(room);
        bob.button("New room").click();
        Locator name = bob.dialog().getByLabel("Name");
        name.press("Enter");
        assertThat(name).hasAccessibleDescription("Fill in this field.");
        name.fill(room);
        assertThat(name).hasAttribute("aria-invalid", "false");
        name.press("Enter");
        assertThat(name).hasAccessibleDescription("A room with this name already exists. Choose another.");
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).isFocused();
    }

    @Test
    @Tag("thorough")
    void spaces_in_a_name_become_hyphens_while_one_types() {
        bob.button("New room").click();
        Locator name = bob.dialog().getByLabel("Name");
        name.pressSequentially("two words");
        assertThat(name).hasValue("two-words");
        name.press("Home");
        name.pressSequentially("my ");
        assertThat(name).hasValue("my-two-words");
    }

    @Test
    @Tag("thorough")
    void a_draft_in_another_room_shows_in_the_lists_of_all_tabs() {
        Page second = bob.context().newPage();
        second.navigate(people.cast.server().base().resolve("./#/rooms/main").toString());
        Locator sign = second.locator(".room-link", new Page.LocatorOptions().setHasText(people.room))
                .locator(".unsent");
        assertThat(second.locator(".me-state")).hasText("Up to date");
        assertThat(sign).hasCount(0);
        bob.composer().fill("half a thought");
        assertThat(sign).hasText("Draft");
        assertThat(bob.entry(people.room).locator(".unsent")).hasCount(0);
        bob.open("#/rooms/main");
        assertThat(bob.entry(people.room).locator(".unsent")).hasText("Draft");
        bob.open("#/rooms/" + people.room);
        bob.composer().press("Enter");
        assertThat(sign).hasCount(0);
    }

    @Test
    @Tag("thorough")
    void a_room_that_is_renamed_stays_open_under_its_new_name() {
        annsAccount.createRoom(room);
        bobsAccount.join(room);
        bob.open("#/rooms/" + room).upToDate();
        String renamed = people.cast.unique("renamed");
        annsAccount.patch("rooms/" + room, Json.of("name", renamed));
        assertThat(bob.page()).hasURL(people.cast.server().base() + "#/rooms/" + renamed);
        bob.write("still here");
        assertThat(bob.message("still here").getByText("Sent")).isAttached();
    }

    @Test
    @Tag("thorough")
    void an_owner_changes_the_topic_and_everybody_sees_it() {
        annsAccount.createRoom(room);
        bobsAccount.join(room);
        bob.open("#/rooms/" + room).upToDate();
        ann.open("#/rooms/" + room).button("Room settings").click();
        ann.dialog().getByLabel("Topic").fill("What matters");
        ann.dialog().getByRole(AriaRole.BUTTON).getByText("Save").click();
        assertThat(ann.dialog().getByText("Saved")).isVisible();
        assertThat(bob.page().locator(".topic")).hasText("What matters");
    }

    @Test
    @Tag("thorough")
    void the_room_that_was_open_last_is_open_again() {
        annsAccount.createRoom(room);
        ann.open("#/rooms/" + room);
        // The room was created elsewhere, and only the address changed, so the page learns of it when it loads.
        ann.page().reload();
        assertThat(ann.page().getByText("This is the start of " + room)).isVisible();
        ann.open("");
        assertThat(ann.page()).hasURL(people.cast.server().base() + "#/rooms/" + room);
    }

    private void create(Visitor visitor, String password) {
        visitor.button("New room").click();
        visitor.dialog().getByLabel("Name").fill(room);
        visitor.dialog().getByLabel("Password").fill(password);
        visitor.button("Create room").click();
        assertThat(visitor.page().getByText("This is the start of " + room)).isVisible();
    }

    private void browse(Visitor visitor) {
        visitor.button("Browse rooms").click();
        visitor.dialog().getByLabel("Find a room").fill(room);
    }
}
