package org.parley.browser;

import org.parley.harness.Cast;
import org.parley.harness.Person;

/** Ann, who owns a room, and Bob, who is a member. Each has an account and a browser of their own. */
final class AnnAndBob implements AutoCloseable {
    final Cast cast = Cast.onSharedServer();
    final Person annsAccount = cast.ann();
    final Person bobsAccount = cast.bob();
    final String room;
    final Visitor ann;
    final Visitor bob;

    /** @param name the beginning of the room's name; a unique part follows */
    AnnAndBob(String name) {
        room = annsAccount.createRoom(cast.unique(name));
        bobsAccount.join(room);
        ann = Visitor.at(cast.server().base()).signIn(annsAccount, room);
        bob = Visitor.at(cast.server().base()).signIn(bobsAccount, room);
        ann.upToDate();
        bob.upToDate();
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
