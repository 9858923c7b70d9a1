package org.parley.messages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The newest messages of the rooms in use, kept between requests, because most readers ask for these.
 *
 * <p>What is kept of a room is right for one number of its log. Everything that changes a message has a number too. So
 * a reader of a later number reads only what the log has between the two: the new messages, and once more those of the
 * kept ones that something there changes. Only names and pictures of people change without a number; then everything
 * kept is read again.
 */
@ApplicationScoped
class NewestMessages {
    /** How many messages of a room are kept: as many as a page has if its reader does not say. */
    static final int MOST = Portion.FIRST_RUN;

    private static final long MOST_OCTETS = 32L << 20;

    /** If the log has grown by more, reading all messages again is cheaper. */
    private static final int MOST_LATER = 2 * MOST;

    @Inject
    Log log;

    @Inject
    LogDetails details;

    @Inject
    ProfileChanges profiles;

    private final Cache<Long, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_OCTETS)
            .<Long, Kept>weigher((roomId, room) -> room.octets())
            .build();

    /**
     * The messages of a room that are kept.
     *
     * @param head the number of the log for which it is right
     * @param people the count of {@link ProfileChanges} before it was read
     */
    private record Kept(List<LoggedMessage> messages, long head, long people) {
        int octets() {
            return Portion.AROUND_A_TEXT
                    + messages.stream().mapToInt(Portion::estimated).sum();
        }
    }

    /** The last messages up to a number if they are known without reading, or {@code null}. */
    List<LoggedMessage> known(long roomId, long head) {
        Kept known = kept.getIfPresent(roomId);
        return known != null && known.head() == head && known.people() == profiles.count() ? known.messages() : null;
    }

    /**
     * The last messages up to a number, ascending; fewer if they are long.
     *
     * @param head the highest number that may be shown
     * @param read reads them from the log
     */
    List<LoggedMessage> of(long roomId, long head, Function<Long, List<LoggedMessage>> read) {
        // First of all: if people change from here on, what is read may be old.
        long counted = profiles.count();
        Kept known = kept.getIfPresent(roomId);
        if (known == null || known.people() != counted || known.head() > head || head - known.head() > MOST_LATER) {
            known = keep(roomId, new Kept(read.apply(head), head, counted));
        } else if (known.head() < head) {
            List<LoggedMessage> later = later(roomId, known, head);
            known = keep(roomId, new Kept(later == null ? read.apply(head) : later, head, counted));
        }
        return known.messages();
    }

    /** A reader who was overtaken does not replace what is newer. */
    private Kept keep(long roomId, Kept read) {
        kept.asMap().merge(roomId, read, (present, mine) -> mine.head() >= present.head() ? mine : present);
        return read;
    }

    /** The messages at a later number, or {@code null} if the log between the two numbers is not complete. */
    private List<LoggedMessage> later(long roomId, Kept known, long head) {
        long first = known.head() + 1;
        int count = (int) (head - known.head());
        List<LogRow> added = log.rows(roomId, first, head, count);
        List<Long> targets = added.size() == count ? List.of() : log.targets(roomId, first, head);
        if (added.size() + targets.size() != count) {
            return null;
        }
        Map<Long, LoggedMessage> changed = again(roomId, stale(known.messages(), added, targets));
        Stream<LoggedMessage> before =
                known.messages().stream().map(message -> changed.getOrDefault(message.seq(), message));
        List<LoggedMessage> all =
                Stream.concat(before, details.complete(added).stream()).toList();
        return Portion.last(all.subList(Math.max(0, all.size() - MOST), all.size()), Portion.MOST_OCTETS);
    }

    /** The numbers of kept messages that look different now: changed, answered, or replies to a changed one. */
    private static Set<Long> stale(List<LoggedMessage> messages, List<LogRow> added, List<Long> targets) {
        Set<Long> touched = new HashSet<>(targets);
        added.stream().map(LogRow::replyTo).forEach(touched::add);
        List<LoggedMessage> replies =
                messages.stream().filter(message -> message.replyTo() != null).toList();
        // A message counts the replies to it, and a deleted reply does not count.
        replies.stream()
                .filter(reply -> touched.contains(reply.seq()))
                .map(reply -> reply.replyTo().seq())
                .toList()
                .forEach(touched::add);
        Set<Long> stale = new HashSet<>();
        messages.stream().map(LoggedMessage::seq).filter(touched::contains).forEach(stale::add);
        replies.stream()
                .filter(reply -> touched.contains(reply.replyTo().seq()))
                .map(LoggedMessage::seq)
                .forEach(stale::add);
        return stale;
    }

    private Map<Long, LoggedMessage> again(long roomId, Set<Long> numbers) {
        List<Log.Place> places = new ArrayList<>();
        numbers.forEach(seq -> places.add(new Log.Place(roomId, seq)));
        return log.at(places).stream().collect(Collectors.toMap(LoggedMessage::seq, Function.identity()));
    }
}
