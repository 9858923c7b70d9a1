package org.parley.live;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.everyone.Audiences;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessagesPosted;
import org.parley.rooms.ConversationForsaken;
import org.parley.rooms.MemberJoined;
import org.parley.rooms.MemberLeft;
import org.parley.rooms.MembershipArranged;
import org.parley.rooms.Memberships;
import org.parley.rooms.Room;
import org.parley.rooms.RoomViews;
import org.parley.rooms.Rooms;
import org.parley.rooms.Sanctions;
import org.parley.rooms.SystemAction;
import org.parley.rooms.SystemAction.Effect;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/** Tells people on their own sockets what concerns them in rooms, whether or not they listen there. */
@ApplicationScoped
class Notifications {
    private static final System.Logger LOG = System.getLogger(Notifications.class.getName());

    @Inject
    Connections connections;

    @Inject
    Rooms rooms;

    @Inject
    Memberships memberships;

    @Inject
    Audiences audiences;

    @Inject
    Sanctions sanctions;

    @Inject
    RoomNews news;

    @Inject
    RoomViews views;

    @Inject
    Codec codec;

    @Inject
    Threads threads;

    private Hinting hints;

    void start(@Observes @Priority(Starting.LIVE) Starting starting) {
        hints = Hinting.on(
                threads,
                "parley-notification",
                LOG,
                "Could not notify people of something in a room; they see it when they open it");
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        if (posted.pair() == null && connections.anybodyReachable()) {
            List<LoggedMessage> concerning = posted.entries().stream()
                    .filter(LoggedMessage.class::isInstance)
                    .map(LoggedMessage.class::cast)
                    .filter(this::concernsSomebody)
                    .toList();
            if (!concerning.isEmpty()) {
                hints.execute(() -> rooms.find(posted.roomId())
                        .ifPresent(room -> concerning.forEach(message -> tell(room, message))));
            }
        }
    }

    /** {@link ChangedRooms} tells of changes of the room itself. */
    private boolean concernsSomebody(LoggedMessage message) {
        return (message.system() != null && message.effect() != Effect.CHANGES_ROOM)
                || message.replyTo() != null
                || !message.mentions().isEmpty()
                || message.mentionsAll() != null;
    }

    private void tell(Room room, LoggedMessage message) {
        if (message.system() != null) {
            tellMember(room, message);
            return;
        }
        String answered = message.replyTo() == null ? null : message.replyTo().username();
        for (String name : message.mentions()) {
            if (!name.equals(answered)) {
                tell(name, message, "mention", room);
            }
        }
        if (message.mentionsAll() != null) {
            tellAll(room, message, answered);
        }
        // The author of the quoted message may have left or been removed.
        if (answered != null && member(answered, room)) {
            tell(answered, message, "reply", room);
        }
    }

    private void tellAll(Room room, LoggedMessage message, String answered) {
        Long told = answered == null ? null : connections.reachable(answered);
        Encoded frame = codec.encoded(Frames.Notification.of("mention", room, message));
        audiences.of(room.id(), message.seq()).stream()
                .filter(account -> !account.equals(told))
                .forEach(account -> connections.tell(account, frame));
    }

    private boolean member(String username, Room room) {
        Long account = connections.reachable(username);
        return account != null && memberships.of(room.id(), account).isPresent();
    }

    private void tell(String username, LoggedMessage message, String kind, Room room) {
        Long account = connections.reachable(username);
        if (account != null && account != message.senderId()) {
            connections.tell(account, codec.encoded(Frames.Notification.of(kind, room, message)));
        }
    }

    private void tellMember(Room room, LoggedMessage message) {
        if (message.effect() == Effect.PUTS_OUT) {
            tellExpelled(room, message);
        } else if (message.system().action() == SystemAction.ADD) {
            Long account = connections.reachable(message.system().target());
            if (account != null) {
                connections.tell(
                        account,
                        codec.encoded(Frames.Notification.of("added", room.name(), room.id(), message.username())));
            }
        }
    }

    private void tellExpelled(Room room, LoggedMessage message) {
        Long account = connections.reachable(message.system().target());
        boolean kicked = message.system().action() == SystemAction.KICK;
        if (account != null && (kicked || sanctions.knownBan(room, account))) {
            connections.tell(
                    account, codec.encoded(news.sanctioned(room.name(), message).notification(room.id())));
        }
    }

    void joined(@Observes(during = TransactionPhase.AFTER_SUCCESS) MemberJoined joined) {
        own(joined.by() == null ? "joined" : "added", joined.roomId(), joined.accountId(), joined.by());
    }

    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) MemberLeft left) {
        own("left", left.roomId(), left.accountId(), null);
    }

    /** @param by {@code null} if the user did this themselves, perhaps on another device */
    private void own(String kind, long roomId, long accountId, String by) {
        if (!connections.personal(accountId).isEmpty()) {
            hints.execute(() -> rooms.find(roomId)
                    .ifPresent(room -> connections.tell(
                            accountId, codec.encoded(Frames.Notification.of(kind, room.name(), roomId, by)))));
        }
    }

    /** The other person learns that the conversation is called by its id now. */
    void forsaken(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationForsaken forsaken) {
        long other = forsaken.otherId();
        if (!connections.personal(other).isEmpty()) {
            hints.execute(() -> views.updateFor(other, forsaken.roomId())
                    .ifPresent(room -> connections.tell(
                            other, codec.encoded(Frames.RoomNotification.of(room.key(), forsaken.roomId(), room)))));
        }
    }

    void arranged(@Observes(during = TransactionPhase.AFTER_SUCCESS) MembershipArranged arranged) {
        if (!connections.personal(arranged.accountId()).isEmpty()) {
            connections.tell(arranged.accountId(), codec.encoded(Frames.MembershipNotification.of(arranged)));
        }
    }

    void stop(@Observes @Priority(Stopping.FEEDS) Stopping stopping) {
        hints.stop();
    }
}
