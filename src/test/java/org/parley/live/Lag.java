package org.parley.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.messages.MessagesPosted;
import org.parley.rooms.Door;
import org.parley.rooms.Room;
import org.parley.rooms.RoomKey;

/** For tests inside the server: a room whose feed is behind. */
@ApplicationScoped
public class Lag {
    @Inject
    Feeds feeds;

    @Inject
    Door door;

    /** The feed is told of this many messages more than the log has, and so cannot come to them. */
    public void by(Caller member, Room room, int messages) {
        RoomFeed feed = feeds.of(door.see(member, RoomKey.room(room.wireId())));
        feed.grown(new MessagesPosted(room.id(), null, feed.given(), feed.given() + messages, List.of()));
    }
}
