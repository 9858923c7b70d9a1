package org.parley.messages;

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
        Map<Log.Place, Logged.Quote> quotes = details.quotes(quoted(byRoom));
        Map<Long, List<Logged>> written = new LinkedHashMap<>();
        byRoom.forEach((roomId, postings) -> {
            long seq = rooms.get(roomId).takeNumbers(postings.size(), now);
            List<Logged> logged = new ArrayList<>();
            for (Posting posting : postings) {
                Logged message = write(posting, seq++, standings.get(posting.place()), mentioned, quotes, now);
                posting.posted(message, false);
                logged.add(message);
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
                .flatMap(posting -> Mentions.names(posting.message().body()).stream()
                        .map(name -> new Mentions.Name(posting.roomId(), name)))
                .collect(Collectors.toSet());
    }

    private static Set<Log.Place> quoted(Map<Long, List<Posting>> byRoom) {
        return byRoom.values().stream()
                .flatMap(List::stream)
                .filter(posting -> posting.message().replyTo() != null)
                .map(posting ->
                        new Log.Place(posting.roomId(), posting.message().replyTo()))
                .collect(Collectors.toSet());
    }

    private Logged write(
            Posting posting,
            long seq,
            Standing sender,
            Map<Mentions.Name, Mentions.Member> mentioned,
            Map<Log.Place, Logged.Quote> quotes,
            Instant now) {
        NewMessage message = posting.message();
        long roomId = posting.roomId();
        entities.persist(new Message(roomId, seq, sender.accountId(), message, now.toEpochMilli()));
        Map<String, Long> named = new TreeMap<>();
        for (String name : Mentions.names(message.body())) {
            Mentions.Member member = mentioned.get(new Mentions.Name(roomId, name));
            if (member != null) {
                named.put(member.username(), member.accountId());
            }
        }
        named.values().forEach(accountId -> entities.persist(new Mention(roomId, seq, accountId)));
        return new Logged(
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
                null);
    }
}
