package org.parley.replies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.parley.accounts.Caller;
import org.parley.messages.Heads;
import org.parley.messages.History;
import org.parley.messages.Log;
import org.parley.messages.LoggedMessage;
import org.parley.messages.MessageJson;
import org.parley.messages.Portion;
import org.parley.rooms.Door;
import org.parley.rooms.LogName;
import org.parley.rooms.RoomKey;

/** Lists the messages that reply to a message, for people who may read it. */
@ApplicationScoped
class ListingReplies {
    @Inject
    Door door;

    @Inject
    History history;

    @Inject
    Heads heads;

    @Inject
    Replies replies;

    @Inject
    Log log;

    /** @param messages ascending @param hasAfter whether there are more of them */
    record RepliesJson(List<MessageJson> messages, boolean hasAfter) {}

    /**
     * @param after the last number that the client has
     * @throws org.parley.problems.Refusal {@code not_found}, also if there is no such message
     */
    @Transactional
    RepliesJson page(Caller caller, RoomKey key, long seq, long after, int limit) {
        Log.Place target = history.one(caller, key, seq).message().place();
        List<Long> numbers = replies.numbers(target, after, heads.of(target.roomId()), limit + 1);
        List<LoggedMessage> found = log
                .at(numbers.stream()
                        .limit(limit)
                        .map(number -> new Log.Place(target.roomId(), number))
                        .toList())
                .stream()
                .sorted(Comparator.comparingLong(LoggedMessage::seq))
                .toList();
        List<LoggedMessage> shown = Portion.first(found, Portion.MOST_OCTETS);
        LogName name = door.read(caller, target.roomId()).logName();
        return new RepliesJson(
                shown.stream().map(message -> MessageJson.of(name, message)).toList(), numbers.size() > shown.size());
    }
}
