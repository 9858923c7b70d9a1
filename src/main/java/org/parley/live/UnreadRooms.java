package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.messages.Logged;
import org.parley.messages.MessagesPosted;
import org.parley.problems.LastingFailure;
import org.parley.reading.UnreadMentions;
import org.parley.rooms.Memberships;
import org.parley.rooms.Room;
import org.parley.rooms.Rooms;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/**
 * Tells members on their own sockets that a room has new messages, if none of their sockets listens to it: once a
 * second for each room, however many messages it gets.
 */
@ApplicationScoped
class UnreadRooms {
    private static final System.Logger LOG = System.getLogger(UnreadRooms.class.getName());
    private static final long TELL_MILLIS = 1000;

    @Inject
    Connections connections;

    @Inject
    Rooms rooms;

    @Inject
    Memberships memberships;

    @Inject
    UnreadMentions mentions;

    @Inject
    Codec codec;

    @Inject
    Threads threads;

    /** New messages since the last time, by room: the head, and the accounts that posted. */
    private record News(long head, Set<Long> speakers) {
        News with(News other) {
            Set<Long> all = new HashSet<>(speakers);
            all.addAll(other.speakers);
            return new News(Math.max(head, other.head), all);
        }

        /** The account's own messages are not unread. */
        boolean concerns(long accountId) {
            return speakers.size() > 1 || !speakers.contains(accountId);
        }
    }

    private final GatheredNews<News> unread = new GatheredNews<>(
            new LastingFailure(LOG, "Could not tell members of unread messages; the next try comes soon"),
            1,
            News::with,
            rooms -> rooms.forEach(this::tell));

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        unread.start(threads.timer("parley-unread"), TELL_MILLIS);
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        if (posted.pair() != null || !connections.anybodyReachable()) {
            return;
        }
        Set<Long> speakers = new HashSet<>();
        for (Logged entry : posted.entries()) {
            if (entry.clientId() != null) {
                speakers.add(entry.senderId());
            }
        }
        if (!speakers.isEmpty()) {
            unread.add(posted.roomId(), new News(posted.head(), speakers));
        }
    }

    private void tell(long roomId, News said) {
        List<Long> away = memberships.accounts(roomId).stream()
                .filter(account -> said.concerns(account)
                        && !connections.personal(account).isEmpty()
                        && !connections.listens(account, roomId))
                .toList();
        if (!away.isEmpty()) {
            rooms.find(roomId).ifPresent(room -> tell(room, said.head(), away));
        }
    }

    private void tell(Room room, long head, List<Long> away) {
        Map<Long, Integer> named = mentions.of(room.id(), away);
        Map<Integer, Encoded> frames = new HashMap<>();
        for (long account : away) {
            Encoded frame = frames.computeIfAbsent(
                    named.getOrDefault(account, 0),
                    count -> codec.encoded(Frames.Notification.unread(room, head, count)));
            connections.personal(account).forEach(socket -> {
                socket.outbox().addEphemeral(frame);
                socket.outbox().drain();
            });
        }
    }

    void stop(@Observes @Priority(Stopping.TELLERS) Stopping stopping) {
        unread.stop();
    }
}
