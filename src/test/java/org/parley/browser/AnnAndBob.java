package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.parley.harness.Cast;
import org.parley.harness.Person;

/**
 * Ann, who owns a room, and Bob, who is a member. Each has an account and a browser of their own. The tests of a class
 * that leave no trace in the accounts can share them and {@link #meet} in a room each, because opening two browsers
 * takes longer than most tests.
 */
final class AnnAndBob implements AutoCloseable {
    final Cast cast = Cast.onSharedServer();
    final Person annsAccount = cast.ann();
    final Person bobsAccount = cast.bob();
    final Visitor ann;
    final Visitor bob;
    /** Where they are. */
    String room;

    private final String name;
    private int meetings;

    /** @param name the beginning of the room's name; a unique part follows */
    AnnAndBob(String name) {
        this.name = name;
        newRoom();
        ann = Visitor.at(cast.server().base()).signIn(annsAccount, room);
        bob = Visitor.at(cast.server().base()).signIn(bobsAccount, room);
        ann.upToDate();
        bob.upToDate();
    }

    private void newRoom() {
        room = annsAccount.createRoom(cast.unique(name + ++meetings));
        bobsAccount.join(room);
    }

    /** Both go to a new room, on pages as at the beginning. @return the room */
    String meet() {
        newRoom();
        for (Visitor visitor : List.of(ann, bob)) {
            visitor.startAgain();
            visitor.open("#/rooms/" + room);
            assertThat(visitor.page().getByText("This is the start of " + room)).isVisible();
            visitor.upToDate();
        }
        return room;
    }

    /** Waits until the server knows that Bob has read the room. Otherwise a reload leads to what is unread. */
    void bobHasRead() {
        bob.page()
                .waitForCondition(() -> bobsAccount
                                .get("rooms/" + room)
                                .expect(200)
                                .path("membership")
                                .path("unread")
                                .asInt()
                        == 0);
    }

    /** Closes both browsers, and checks that no error happened on either page. */
    @Override
    public void close() {
        try (ann;
                bob) {
            ann.assertClean();
            bob.assertClean();
        }
    }
}
