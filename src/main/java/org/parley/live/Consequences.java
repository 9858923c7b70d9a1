package org.parley.live;

import java.util.List;
import org.parley.messages.Logged;
import org.parley.rooms.SystemAction.Effect;

/**
 * The effects of a system message on listeners, apart from the message. A removed person stops listening before the
 * message's number, so that they get nothing from there on. A muted person is told after the message, and so is
 * everybody if the room itself changed. Runs on the room's strand.
 */
final class Consequences {
    private final RoomFeed feed;
    private final Naming naming;
    private final RoomNews news;
    private final Codec codec;

    Consequences(RoomFeed feed, Naming naming, RoomNews news, Codec codec) {
        this.feed = feed;
        this.naming = naming;
        this.news = news;
        this.codec = codec;
    }

    void before(Logged message) {
        if (message.effect() == Effect.PUTS_OUT) {
            List<Subscription> concerned = concerned(message);
            tell(concerned, message);
            concerned.forEach(listener -> feed.remove(listener, true));
        }
    }

    void after(Logged message) {
        if (message.effect() == Effect.SILENCES) {
            tell(concerned(message), message);
        } else if (message.effect() == Effect.CHANGES_ROOM) {
            tellUpdate(message.seq());
        }
    }

    private List<Subscription> concerned(Logged message) {
        return feed.listeners().stream()
                .filter(listener -> listener.connection()
                        .caller()
                        .username()
                        .equals(message.system().target()))
                .toList();
    }

    private void tell(List<Subscription> concerned, Logged message) {
        if (!concerned.isEmpty()) {
            String room = concerned.get(0).name().room();
            Encoded frame = codec.encoded(news.sanctioned(room, message));
            concerned.forEach(listener -> feed.send(listener, frame));
        }
    }

    /** The update may contain later changes, also a later name: from here on the feed uses that name. */
    private void tellUpdate(long seq) {
        news.update(feed.roomId(), seq).ifPresent(update -> {
            feed.sendAll(name -> codec.encoded(Frames.RoomUpdated.of(name.room(), update)));
            if (naming instanceof Naming.ByRoom room && room.rename(update.key())) {
                feed.listeners().forEach(listener -> listener.connection().named(listener));
            }
        });
    }
}
