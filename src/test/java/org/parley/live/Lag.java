package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.messages.MessagesPosted;
import org.parley.rooms.Room;

/** For the tests that run inside the server: a room of which not everything has been given yet. */
@ApplicationScoped
public class Lag {
    @Inject
    Feeds feeds;

    /** The feed is told of this many messages more than the log has, and so cannot come to them. */
    public void by(Room room, int messages) {
        RoomFeed feed = feeds.of(room);
        feed.grown(new MessagesPosted(room.id(), null, feed.given(), feed.given() + messages, List.of()));
    }
}
