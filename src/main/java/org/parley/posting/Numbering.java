package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.messages.Logged;
import org.parley.messages.LoggedDeletion;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Mention;
import org.parley.messages.Mentions;
import org.parley.messages.Message;
import org.parley.messages.MessageChange;
import org.parley.rooms.Room;
import org.parley.rooms.Standing;

/** Gives what may be posted its numbers, in the order it came, and writes it. */
@ApplicationScoped
class Numbering {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Mentions mentions;

    /** @return what was written, by room */
    Map<Long, List<Logged>> write(List<Posting> batch, Facts facts) {
        Map<Long, List<Posting>> byRoom = byRoom(batch);
        Map<Mentions.Name, Mentions.Member> mentioned = mentions.members(names(batch));
        Map<Long, List<Logged>> written = new LinkedHashMap<>();
        byRoom.forEach((roomId, postings) -> {
            Room room = facts.rooms().get(roomId);
            long seq = room.takeNumbers(postings.size());
            List<Logged> logged = new ArrayList<>();
            for (Posting posting : postings) {
                Logged entry =
                        posting.speaks() ? message(posting, seq, mentioned, facts) : deletion(posting, seq, facts);
                if (posting.speaks()) {
                    room.spoken(seq, facts.now());
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

    private static Set<Mentions.Name> names(List<Posting> batch) {
        return batch.stream()
                .flatMap(posting -> posting.names().stream().map(name -> new Mentions.Name(posting.roomId(), name)))
                .collect(Collectors.toSet());
    }

    private Logged message(Posting posting, long seq, Map<Mentions.Name, Mentions.Member> mentioned, Facts facts) {
        NewMessage message = posting.message();
        Standing sender = facts.standing(posting);
        long roomId = posting.roomId();
        Map<String, Long> named = new TreeMap<>();
        for (String name : posting.names()) {
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
                facts.quote(posting),
                List.copyOf(named.keySet()),
                facts.now(),
                false,
                null);
        entities.persist(new Message(logged));
        named.values().forEach(accountId -> entities.persist(new Mention(roomId, seq, accountId)));
        return logged;
    }

    private Logged deletion(Posting posting, long seq, Facts facts) {
        Standing actor = facts.standing(posting);
        long target = ((NewDeletion) posting.draft()).target();
        entities.persist(new MessageChange(
                posting.roomId(), seq, target, actor.accountId(), facts.now().toEpochMilli()));
        return new LoggedDeletion(posting.roomId(), seq, actor.accountId(), actor.username(), target);
    }
}
