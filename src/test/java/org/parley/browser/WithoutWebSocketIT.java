package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Wire;

/** Bob's network does not let WebSockets through. */
@Tag("once")
@Tag("page")
class WithoutWebSocketIT {
    private static final String BLOCKED = "This network blocks WebSockets.";
    private static final String UP_TO_DATE = "Up to date (limited connection)";

    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person bob = cast.bob();
    private final String room = ann.createRoom(cast.unique("cellar"));
    private final Wire wire = Wire.to(cast.server().port());
    private final Visitor bobs = Visitor.at(wire.base());
    private final Locator state = bobs.page().locator(".me-state");

    @AfterEach
    void nothing_went_wrong() {
        try (wire;
                bobs) {
            bobs.assertClean();
        }
    }

    @Test
    void messages_come_and_go_all_the_same_and_the_page_says_how() {
        enter();
        bobs.button("OK").click();
        assertThat(bobs.banner()).isHidden();
        ann.post(room, "Can you hear me?");
        assertThat(bobs.messages()).hasText(new String[] {"Can you hear me?"});
        bobs.write("Every word.").write("And you?");
        assertThat(bobs.messages()).hasText(new String[] {"Can you hear me?", "Every word.", "And you?"});
        ann.write(bob, "psst");
        assertThat(bobs.conversation(ann).locator(".count")).containsText("1");
        String another = ann.createRoom(cast.unique("attic"));
        ann.post("rooms/" + another + "/members", Json.of("username", bob.name()))
                .expect(201);
        assertThat(bobs.entry(another)).isVisible();
        ann.post(another, "and up here?");
        assertThat(bobs.unread(another)).containsText("1");
    }

    @Test
    @Tag("thorough")
    void what_was_missed_comes_on_return_and_a_better_network_is_taken() {
        enter();
        wire.cutOff();
        assertThat(bobs.banner()).containsText("Connection lost.");
        bobs.write("written in the tunnel");
        ann.post(room, "first");
        ann.post(room, "second");
        ann.write(bob, "psst");
        wire.mend();
        wire.refuseWebSockets();
        assertThat(bobs.messages()).hasText(new String[] {"first", "second", "written in the tunnel"});
        assertThat(bobs.conversation(ann).locator(".count")).containsText("1");
        assertThat(state).hasText(UP_TO_DATE);
        wire.mend();
        bobs.page().evaluate("dispatchEvent(new Event('online'))");
        assertThat(state).hasText("Up to date");
        assertThat(bobs.banner()).isHidden();
        ann.post(room, "third");
        assertThat(bobs.messages()).hasText(new String[] {"first", "second", "written in the tunnel", "third"});
    }

    private void enter() {
        bob.join(room);
        wire.refuseWebSockets();
        bobs.signIn(bob, room);
        assertThat(bobs.banner()).containsText(BLOCKED);
        assertThat(state).hasText(UP_TO_DATE);
    }
}
