package org.parley.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.everyone.Audiences;
import org.parley.messages.ChangeKinds;
import org.parley.messages.ChangeRow;
import org.parley.messages.Details;
import org.parley.messages.InsertingMessages;
import org.parley.messages.Log;
import org.parley.messages.Logged;
import org.parley.messages.LoggedMessage;
import org.parley.messages.Mention;
import org.parley.messages.Mentions;
import org.parley.messages.Message;
import org.parley.messages.MessageChange;
import org.parley.messages.Sender;
import org.parley.replies.Replies;
import org.parley.rooms.Room;
import org.parley.rooms.Standing;

/** Gives numbers to the permitted postings, in their order, and writes them. */
@ApplicationScoped
class Numbering {
    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    InsertingMessages inserting;

    @Inject
    Mentions mentions;

    @Inject
    ChangeKinds kinds;

    @Inject
    Replies replies;

    @Inject
    Audiences audiences;

    /** @return the written entries, by room */
    Map<Long, List<Logged>> write(List<Posting> batch, Facts facts) {
        Map<Mentions.Name, Mentions.Member> mentioned = mentions.members(names(batch));
        Map<Long, List<Logged>> written = new HashMap<>();
        Map<ChangeRow, Posting> changes = new LinkedHashMap<>();
        List<LoggedMessage> messages = new ArrayList<>();
        List<Audiences.Call> calls = new ArrayList<>();
        byRoom(batch).forEach((roomId, postings) -> {
            Room room = facts.rooms().get(roomId);
            List<Logged> logged = new ArrayList<>();
            long seq = room.takeNumbers(postings.size());
            for (Posting posting : postings) {
                if (posting.speaks()) {
                    LoggedMessage message = message(posting, seq, mentioned, facts, calls);
                    messages.add(message);
                    posting.posted(message, false);
                    logged.add(message);
                    room.spoken(seq, facts.now());
                } else {
                    changes.put(change(posting, seq, facts), posting);
                }
                seq++;
            }
            written.put(roomId, logged);
        });
        inserting.insert(messages.stream().map(Message::new).toList());
        replies.add(
                messages.stream().filter(message -> message.replyTo() != null).toList());
        audiences.add(calls);
        if (!changes.isEmpty()) {
            addChanges(changes, written);
        }
        return written;
    }

    /** Puts the changes among the messages in the order of the numbers. */
    private void addChanges(Map<ChangeRow, Posting> changes, Map<Long, List<Logged>> written) {
        Map<Log.Place, Posting> postings = new HashMap<>();
        changes.forEach((row, posting) -> postings.put(new Log.Place(row.roomId(), row.seq()), posting));
        for (Logged change : kinds.logged(List.copyOf(changes.keySet()))) {
            postings.get(new Log.Place(change.roomId(), change.seq())).posted(change, false);
            written.get(change.roomId()).add(change);
        }
        written.values().forEach(logged -> logged.sort(Comparator.comparingLong(Logged::seq)));
    }

    private static Map<Long, List<Posting>> byRoom(List<Posting> batch) {
        return batch.stream().collect(Collectors.groupingBy(Posting::roomId, TreeMap::new, Collectors.toList()));
    }

    private static Set<Mentions.Name> names(List<Posting> batch) {
        return batch.stream()
                .flatMap(posting -> posting.names().stream().map(name -> new Mentions.Name(posting.roomId(), name)))
                .collect(Collectors.toSet());
    }

    private LoggedMessage message(
            Posting posting,
            long seq,
            Map<Mentions.Name, Mentions.Member> mentioned,
            Facts facts,
            List<Audiences.Call> calls) {
        NewMessage message = posting.message();
        List<Details.Attachment> files = facts.offered().show(posting.attachments());
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
                message.clientId(),
                message.kind(files),
                new Sender(sender.accountId(), sender.username(), sender.displayName(), sender.avatarUrl()),
                message.body(),
                Details.of(facts.quote(posting), List.copyOf(named.keySet()), facts.everyone(posting))
                        .attaching(files),
                facts.now(),
                LoggedMessage.State.AS_SENT,
                null);
        facts.offered().post(posting.attachments(), logged);
        named.values().forEach(accountId -> entities.persist(Mention.sent(logged, accountId)));
        if (logged.mentionsAll() != null) {
            calls.add(new Audiences.Call(logged, Set.copyOf(named.values())));
        }
        return logged;
    }

    private ChangeRow change(Posting posting, long seq, Facts facts) {
        ChangeRow row = posting.row(seq, facts.standing(posting));
        entities.persist(new MessageChange(row, facts.now()));
        return row;
    }
}
