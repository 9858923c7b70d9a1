package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.system.Paging;

class IndexTest extends AnIndex {
    private static final List<String> TEXTS = List.of(
            "Green TEA today",
            "the deployment is now",
            "a hosue",
            "an e-mail",
            "an email",
            "中文字符",
            "한국어를",
            "Crème brûlée",
            "see https://example.org/page",
            "tea, green",
            "e-mails of 12345",
            "привет 카톡app かなカナ");
    private static final List<String> SEARCHES = List.of(
            "tea green",
            "\"green tea\"",
            "deploy",
            "deploy* now",
            "house",
            "email",
            "e-mail",
            "e-ma",
            "文字",
            "字",
            "국어",
            "creme",
            "example",
            "12344",
            "gren",
            "\"an e mail\"",
            "кривет",
            "마톡app",
            "かなカ",
            "t",
            "nothing-of-it");

    @Test
    void it_finds_what_a_search_means() throws IOException {
        put(TEXTS);
        for (String wanted : SEARCHES) {
            List<Long> meant = new ArrayList<>();
            for (int i = TEXTS.size(); i > 0; i--) {
                if (Wanted.of("q", wanted).in(List.of(Words.of(TEXTS.get(i - 1)))) != null) {
                    meant.add((long) i);
                }
            }
            assertEquals(meant, found(Said.sought(wanted)), wanted);
        }
    }

    @Test
    void filters_work_with_words_and_without() throws IOException {
        put(List.of("tea", "tea at http://a.example", "coffee"));
        assertEquals(List.of(2L), found(Said.sought(null, "link", null, null, null, new Paging(50, null))));
        assertEquals(List.of(2L), found(Said.sought("tea", "link", null, null, null, new Paging(50, null))));
        String second = "1970-01-01T00:00:00.002Z";
        assertEquals(List.of(3L, 2L), found(Said.sought(null, null, second, null, null, new Paging(50, null))));
        assertEquals(List.of(1L), found(Said.sought("tea", null, null, second, null, new Paging(50, null))));
    }

    @Test
    void it_looks_only_into_the_rooms_that_are_named() throws IOException {
        put(List.of("tea"));
        index.put(List.of(Said.ENTRIES.of(Said.message(8, 5, "tea"))));
        index.refresh();
        assertEquals(List.of(1L), found(Said.sought("tea"), Said.ROOM));
        assertEquals(List.of(5L), found(Said.sought("tea"), 8));
        assertEquals(List.of(5L, 1L), found(Said.sought("tea"), 8, Said.ROOM));
        long[] many = new long[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = 1000 + i;
        }
        assertEquals(List.of(), found(Said.sought("tea"), many));
        many[500] = 8;
        assertEquals(List.of(5L), found(Said.sought("tea"), many));
    }

    @Test
    void a_message_has_one_entry_however_often_it_is_put() throws IOException {
        put(List.of("tea"));
        index.put(List.of(Said.entry(1, "coffee"), Said.entry(1, "coffee")));
        index.refresh();
        assertEquals(List.of(), found(Said.sought("tea")));
        assertEquals(List.of(1L), found(Said.sought("coffee")));
        index.remove(List.of(Said.place(1)));
        index.refresh();
        assertEquals(List.of(), found(Said.sought("coffee")));
    }

    @Test
    void what_was_added_is_replaced_by_what_is_put() throws IOException {
        index.add(List.of(Said.entry(1, "tea"), Said.entry(2, "tea")));
        index.put(List.of(Said.entry(1, "coffee")));
        index.refresh();
        assertEquals(List.of(2L), found(Said.sought("tea")));
        assertEquals(List.of(1L), found(Said.sought("coffee")));
    }

    @Test
    void pages_follow_each_other_while_the_index_changes() throws IOException {
        for (String sort : List.of("newest", "best")) {
            index.clear();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 23; i++) {
                texts.add("tea " + "and more ".repeat(i % 5));
            }
            put(texts);
            List<Long> all = found(Said.sought("tea", null, null, null, sort, new Paging(50, null)));
            assertEquals(23, all.size());
            List<Long> paged = new ArrayList<>();
            Spot after = null;
            for (int page = 0; page < 5; page++) {
                List<Spot> next = spots(Said.sought("tea", null, null, null, sort, new Paging(4, null)), after);
                next.forEach(spot -> paged.add(spot.place().seq()));
                after = next.get(next.size() - 1);
                assertEquals(after, Spot.of(after.key()));
                index.put(List.of(Said.entry(100 + page, "tea tea tea"), Said.entry(200 + page, "milk")));
                index.refresh();
            }
            paged.removeIf(seq -> seq >= 100);
            assertEquals(all.subList(0, paged.size()), paged, sort);
        }
    }

    @Test
    void the_best_hits_are_those_with_the_word_itself() throws IOException {
        put(List.of("house " + "and so on ".repeat(50), "houses", "a mouse", "house"));
        assertEquals(
                List.of(4L, 1L, 2L, 3L), found(Said.sought("house", null, null, null, "best", new Paging(50, null))));
    }

    @Test
    void what_was_not_committed_is_missing_after_a_kill_together_with_its_position() throws IOException {
        put(List.of("tea"));
        index.reached(Said.ROOM, 1);
        index.commit();
        index.put(List.of(Said.entry(2, "tea")));
        index.reached(Said.ROOM, 2);
        assertEquals(2, index.position(Said.ROOM));
        reopen("one");
        assertEquals(List.of(1L), found(Said.sought("tea")));
        assertEquals(1, index.position(Said.ROOM));
        assertEquals(Map.of(Said.ROOM, 1L), index.positions());
        assertEquals(0, index.position(8));
    }

    @Test
    void a_room_is_forgotten_with_its_position() throws IOException {
        put(List.of("tea"));
        index.reached(Said.ROOM, 1);
        index.commit();
        index.forget(Said.ROOM);
        index.commit();
        assertEquals(List.of(), found(Said.sought("tea")));
        assertEquals(Map.of(), index.positions());
    }

    private void put(List<String> texts) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            entries.add(Said.entry(i + 1, texts.get(i)));
        }
        index.put(entries);
        index.refresh();
    }

    /** As after a kill: nothing is committed at the end. */
    private void reopen(String database) throws IOException {
        index.close();
        index = Index.open(folder, database);
    }

    private List<Long> found(Sought sought) throws IOException {
        return found(sought, Said.ROOM);
    }

    private List<Long> found(Sought sought, long... rooms) throws IOException {
        return index
                .read(searcher ->
                        LookingUp.find(searcher.getIndexReader(), sought, new FindingMessages.Reach(rooms, null), null))
                .stream()
                .map(spot -> spot.place().seq())
                .toList();
    }

    private List<Spot> spots(Sought sought, Spot after) throws IOException {
        List<Spot> found = index.read(searcher -> LookingUp.find(
                searcher.getIndexReader(), sought, new FindingMessages.Reach(new long[] {Said.ROOM}, null), after));
        return sought.paging().page(found);
    }
}
