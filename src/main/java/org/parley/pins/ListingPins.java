package org.parley.pins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.accounts.Caller;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessageJson;
import org.parley.rooms.Door;
import org.parley.rooms.LogName;
import org.parley.rooms.RoomKey;
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
        Optional<Long> known = door.resolve(caller, key);
        if (known.isEmpty()) {
            // A missing room gets the same refusal as a hidden one; a conversation that has not begun has no pins.
            door.read(caller, key);
            return new PinsJson(List.of(), null);
        }
        List<Pin> found = pins.newest(known.get(), before, paging.limit() + 1);
        List<Log.Place> places = paging.page(found).stream().map(Pin::message).toList();
        Map<Log.Place, LoggedMessage> messages =
                log.at(places).stream().collect(Collectors.toMap(LoggedMessage::place, Function.identity()));
        LogName name = door.read(caller, known.get()).logName();
        return new PinsJson(
                places.stream()
                        .map(messages::get)
                        .filter(Objects::nonNull)
                        .map(message -> MessageJson.of(name, message))
                        .toList(),
                paging.next(found, pin -> Long.toString(pin.id())));
    }
}
