package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.messages.Log;
import org.parley.messages.LogDetails;
import org.parley.messages.Logged;
import org.parley.messages.LoggedDeletion;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Mention;
import org.parley.messages.Mentions;
import org.parley.messages.Message;
import org.parley.messages.MessageChange;
import org.parley.rooms.Room;
import org.parley.rooms.Standing;
import org.parley.rooms.Standings;

/** Gives what may be posted its numbers, in the order it came, and writes it. */
@ApplicationScoped
class Numbering {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Mentions mentions;

    @Inject
    LogDetails details;

    /** @return what was written, by room */
    Map<Long, List<Logged>> write(
            List<Posting> batch, Map<Long, Room> rooms, Map<Standings.Place, Standing> standings, Instant now) {
        Map<Long, List<Posting>> byRoom = byRoom(batch);
        Map<Mentions.Name, Mentions.Member> mentioned = mentions.members(mentionedNames(byRoom));
        Map<Log.Place, LoggedMessage.Quote> quotes = details.quotes(quoted(byRoom));
        Map<Long, List<Logged>> written = new LinkedHashMap<>();
        byRoom.forEach((roomId, postings) -> {
            Room room = rooms.get(roomId);
            long seq = room.takeNumbers(postings.size());
            List<Logged> logged = new ArrayList<>();
            for (Posting posting : postings) {
                Standing sender = standings.get(posting.place());
                Logged entry = posting.speaks()
                        ? write(posting, seq, sender, mentioned, quotes, now)
                        : write(posting, seq, sender, now);
                if (posting.speaks()) {
                    room.spoken(seq, now);
                }
                posting.posted(entry, false);
                logged.add(entry);
                seq++;
            }
            written.put(roomId, logged);
        });
        return written;
    }

    private static Map<Long, List<Posting>> byRoom(List<Posting> batch) {
        return batch.stream().collect(Collectors.groupingBy(Posting::roomId, TreeMap::new, Collectors.toList()));
    }

    private static Set<Mentions.Name> mentionedNames(Map<Long, List<Posting>> byRoom) {
        return byRoom.values().stream()
                .flatMap(List::stream)
                .filter(Posting::speaks)
                .flatMap(posting -> Mentions.names(posting.message().body()).stream()
                        .map(name -> new Mentions.Name(posting.roomId(), name)))
                .collect(Collectors.toSet());
    }

    private static Set<Log.Place> quoted(Map<Long, List<Posting>> byRoom) {
        return byRoom.values().stream()
                .flatMap(List::stream)
                .filter(posting -> posting.speaks() && posting.message().replyTo() != null)
                .map(posting ->
                        new Log.Place(posting.roomId(), posting.message().replyTo()))
                .collect(Collectors.toSet());
    }

    private LoggedMessage write(
            Posting posting,
            long seq,
            Standing sender,
            Map<Mentions.Name, Mentions.Member> mentioned,
            Map<Log.Place, LoggedMessage.Quote> quotes,
            Instant now) {
        NewMessage message = posting.message();
        long roomId = posting.roomId();
        Map<String, Long> named = new TreeMap<>();
        for (String name : Mentions.names(message.body())) {
            Mentions.Member member = mentioned.get(new Mentions.Name(roomId, name));
            if (member != null) {
                named.put(member.username(), member.accountId());
            }
        }
        LoggedMessage logged = new LoggedMessage(
                roomId,
                seq,
                sender.accountId(),
                sender.username(),
                sender.displayName(),
                message.clientId(),
                message.kind(),
                message.body(),
                message.replyTo() == null ? null : quotes.get(new Log.Place(roomId, message.replyTo())),
                List.copyOf(named.keySet()),
                now,
                false,
                null);
        entities.persist(new Message(logged));
        named.values().forEach(accountId -> entities.persist(new Mention(roomId, seq, accountId)));
        return logged;
    }

    private Logged write(Posting posting, long seq, Standing sender, Instant now) {
        long target = ((NewDeletion) posting.draft()).target();
        entities.persist(new MessageChange(posting.roomId(), seq, target, sender.accountId(), now.toEpochMilli()));
        return new LoggedDeletion(posting.roomId(), seq, sender.accountId(), sender.username(), target);
    }
}
