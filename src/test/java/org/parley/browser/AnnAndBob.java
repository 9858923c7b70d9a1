package org.parley.browser;

import org.parley.harness.Cast;
import org.parley.harness.Person;

/** Ann, who owns a room, and Bob, who is in it: each with an account, and at a browser of their own. */
final class AnnAndBob implements AutoCloseable {
    final Cast cast = Cast.onSharedServer();
    final Person annsAccount = cast.ann();
    final Person bobsAccount = cast.bob();
    final String room;
    final Visitor ann;
    final Visitor bob;

    /** @param name what the room is called, followed by what makes it unique */
    AnnAndBob(String name) {
        room = annsAccount.createRoom(cast.unique(name));
        bobsAccount.join(room);
        ann = Visitor.at(cast.server().base()).signIn(annsAccount, room);
        bob = Visitor.at(cast.server().base()).signIn(bobsAccount, room);
        ann.upToDate();
        bob.upToDate();
    }

    /** They go, and nothing went wrong on either's page. */
    @Override
    public void close() {
        try (ann;
                bob) {
            ann.assertClean();
            bob.assertClean();
        }
    }
}
