package org.parley.pins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.accounts.Caller;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessageJson;
import org.parley.rooms.Door;
import org.parley.rooms.LogName;
import org.parley.rooms.RoomKey;
import org.parley.rooms.Visit;
import org.parley.system.Paging;

/** Lists the pinned messages of a log, for people who may read it. */
@ApplicationScoped
class ListingPins {
    @Inject
    Door door;

    @Inject
    Pins pins;

    @Inject
    Log log;

    /** The pinned messages as they are now, the newest pin first. */
    record PinsJson(List<MessageJson> pins, String next) {}

    @Transactional
    PinsJson page(Caller caller, RoomKey key, Paging paging) {
        long before = paging.before();
        Door.Read<Pinned> read = door.readFirst(
                caller,
                key,
                roomId -> pinned(pins.newest(roomId, before, paging.limit() + 1), paging),
                Visit::asReader);
        LogName name = read.room().logName();
        Pinned found = read.found().orElse(new Pinned(List.of(), null));
        return new PinsJson(
                found.messages().stream()
                        .map(message -> MessageJson.of(name, message))
                        .toList(),
                found.next());
    }

    private record Pinned(List<LoggedMessage> messages, String next) {}

    private Pinned pinned(List<Pin> found, Paging paging) {
        List<Log.Place> places = paging.page(found).stream().map(Pin::message).toList();
        Map<Log.Place, LoggedMessage> messages =
                log.at(places).stream().collect(Collectors.toMap(LoggedMessage::place, Function.identity()));
        return new Pinned(
                places.stream().map(messages::get).filter(Objects::nonNull).toList(),
                paging.next(found, pin -> Long.toString(pin.id())));
    }
}
