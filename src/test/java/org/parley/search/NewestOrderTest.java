package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.messages.Log;
import org.parley.system.Paging;

/** The pages of a search, beside all messages in a list, while the index has many parts and merges them. */
class NewestOrderTest extends AnIndex {
    private static final int ROOMS = 30;
    private static final List<String> WORDS =
            List.of("tea", "teapot", "house", "hosue", "mouse", "中文字符", "文字", "e-mail");
    private static final List<String> SEARCHES =
            List.of("tea", "te", "house", "house tea", "\"tea house\"", "文字", "email", "houze", "milk");
    private static final Comparator<Log.Place> BY_PLACE =
            Comparator.comparingLong(Log.Place::roomId).thenComparingLong(Log.Place::seq);

    /** Several pages for nearly every search. */
    private static final int PAGE = 40;

    private final Random random = new Random(21);
    private final Map<Log.Place, Entry> all = new HashMap<>();
    private long written;

    @Test
    void pages_have_everything_in_order_in_many_parts_and_after_merges() throws IOException {
        for (int part = 0; part < 40; part++) {
            write(30);
            rewriteSome();
            index.reached(1 + random.nextInt(ROOMS), part + 1L);
            if (part % 7 == 6) {
                index.commit();
            }
            index.refresh();
        }
        assertTrue(parts() > 1, "the index has one part");
        compare();
        index.commit();
        index.close();
        index = Index.open(folder, "one");
        compare();
    }

    /** In any order of times, as when the logs of several rooms are read; many are sent at the same moment. */
    private void write(int count) throws IOException {
        List<Entry> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Log.Place place = new Log.Place(1 + random.nextInt(ROOMS), ++written);
            fresh.add(said(place, 1 + random.nextInt(200)));
        }
        index.add(fresh);
    }

    private void rewriteSome() throws IOException {
        List<Log.Place> known = all.keySet().stream().sorted(BY_PLACE).toList();
        Log.Place edited = known.get(random.nextInt(known.size()));
        index.put(List.of(said(edited, all.get(edited).time())));
        Log.Place deleted = known.get(random.nextInt(known.size()));
        all.remove(deleted);
        index.remove(List.of(deleted));
    }

    private Entry said(Log.Place place, long time) {
        StringBuilder text = new StringBuilder();
        for (int words = 1 + random.nextInt(4); words > 0; words--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        Entry entry = Said.ENTRIES.of(Said.message(place.roomId(), place.seq(), text.toString()));
        Entry timed = new Entry(place, entry.senderId(), entry.kind(), time, entry.texts(), entry.has());
        all.put(place, timed);
        return timed;
    }

    private int parts() throws IOException {
        return index.read(searcher -> searcher.getLeafContexts().size());
    }

    private void compare() throws IOException {
        for (String q : SEARCHES) {
            for (long[] rooms : List.of(rooms(1), rooms(5), rooms(ROOMS))) {
                compare(q, null, null, rooms);
                compare(q, "1970-01-01T00:00:00.050Z", null, rooms);
                compare(q, null, "1970-01-01T00:00:00.150Z", rooms);
            }
        }
    }

    private static long[] rooms(int count) {
        long[] rooms = new long[count];
        for (int i = 0; i < count; i++) {
            rooms[i] = ROOMS - i;
        }
        return rooms;
    }

    private void compare(String q, String after, String before, long[] rooms) throws IOException {
        Sought sought = Said.sought(q, null, after, before, "newest", new Paging(PAGE, null));
        List<Log.Place> meant = all.values().stream()
                .filter(entry -> entry.place().roomId() > ROOMS - rooms.length)
                .filter(entry -> after == null || entry.time() >= sought.after())
                .filter(entry -> before == null || entry.time() < sought.before())
                .filter(entry -> sought.words().in(entry.texts()) != null)
                .sorted(Comparator.comparingLong(Entry::time)
                        .thenComparing(Entry::place, BY_PLACE)
                        .reversed())
                .map(Entry::place)
                .toList();
        assertEquals(meant, pages(sought, rooms), q + " in " + rooms.length + " rooms, " + after + ", " + before);
        Sought best = Said.sought(q, null, after, before, "best", new Paging(PAGE, null));
        assertEquals(
                meant.stream().sorted(BY_PLACE).toList(),
                pages(best, rooms).stream().sorted(BY_PLACE).toList(),
                "the best of " + q);
    }

    private List<Log.Place> pages(Sought sought, long[] rooms) throws IOException {
        List<Log.Place> places = new ArrayList<>();
        Spot after = null;
        while (true) {
            Spot from = after;
            List<Spot> found = index.read(searcher ->
                    LookingUp.find(searcher.getIndexReader(), sought, new FindingMessages.Reach(rooms, null), from));
            List<Spot> page = sought.paging().page(found);
            page.forEach(spot -> places.add(spot.place()));
            if (page.size() == found.size()) {
                return places;
            }
            after = page.get(page.size() - 1);
        }
    }
}
