package org.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.messages.Log;
import org.parley.messages.MessagesPosted;
import org.parley.system.Paging;

/** An index that follows logs in memory, which may be out of reach and whose hints may get lost. */
class FollowersTest {
    private static final int ROOMS = 5;
    private static final List<String> WORDS = List.of("tea", "coffee", "milk", "cake", "bread", "water");

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final Talk talk = new Talk();
    private final List<Throwable> lost = new ArrayList<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final Followers.Watcher watcher = new Followers.Watcher() {
        @Override
        public void lost(Throwable failure) {
            lost.add(failure);
        }

        @Override
        public void kept() {}
    };
    private Index index;
    private Followers followers;

    @BeforeEach
    void begin() throws Exception {
        index = Index.open(folder, "one");
        Followers begun = new Followers(index, talk.log(), Said.ENTRIES, talk::head, thread, reader, watcher);
        followers = begun;
        onThread(() -> begun.begin(talk.heads()));
    }

    @AfterEach
    void end() throws IOException {
        thread.shutdownNow();
        reader.shutdownNow();
        index.close();
    }

    @Test
    void what_was_written_before_is_read_and_then_it_is_ready() throws Exception {
        for (int i = 0; i < 450; i++) {
            talk.write(1, talk.entry(1, "tea"));
        }
        restart();
        assertEquals(1, followers.progress().share());
        assertTrue(followers.progress().complete());
        assertEquals(450, followers.progress().all());
        assertSame();
    }

    @Test
    void changes_are_followed() throws Exception {
        tell(talk.write(1, talk.entry(1, "tea")));
        tell(talk.write(1, talk.entry(1, "milk")));
        assertSame();
        tell(talk.edit(1, 1, "coffee"));
        tell(talk.delete(1, 2));
        assertSame();
        assertEquals(1, indexed().size());
    }

    @Test
    void a_message_that_was_changed_before_its_hint_came_is_not_found_by_its_old_text() throws Exception {
        MessagesPosted posted = talk.write(1, talk.entry(1, "tea"));
        MessagesPosted edited = talk.edit(1, 1, "milk");
        tell(edited);
        tell(posted);
        assertSame();
    }

    @Test
    void a_room_that_is_deleted_is_forgotten() throws Exception {
        tell(talk.write(1, talk.entry(1, "tea")));
        tell(talk.write(2, talk.entry(2, "tea")));
        talk.remove(1);
        followers.deleted(1);
        assertSame();
        restart();
        assertSame();
        talk.remove(2);
        restart();
        assertSame();
        onThread(index::commit);
        assertEquals(Map.of(), index.positions());
    }

    @Test
    void an_index_that_is_ahead_of_the_database_is_built_again() throws Exception {
        tell(talk.write(1, talk.entry(1, "tea")));
        tell(talk.write(1, talk.entry(1, "milk")));
        onThread(index::commit);
        talk.remove(1);
        talk.write(1, talk.entry(1, "bread"));
        restart();
        assertSame();
    }

    @Test
    void after_any_run_of_changes_outages_and_kills_the_index_has_what_the_table_has() throws Exception {
        for (int i = 0; i < 2000; i++) {
            long room = 1 + random.nextInt(ROOMS);
            MessagesPosted hint = step(room);
            if (random.nextInt(5) > 0) {
                followers.grown(hint);
            }
            disturb();
            if (i % 100 == 99) {
                talk.away = false;
                for (long each = 1; each <= ROOMS; each++) {
                    followers.grown(new MessagesPosted(each, null, 0, talk.head(each), List.of()));
                }
                assertSame();
            }
        }
        assertEquals(List.of(), lost);
    }

    private MessagesPosted step(long room) {
        long target = 1 + (long) (random.nextDouble() * talk.head(room));
        boolean alive = talk.table.containsKey(new Log.Place(room, target))
                && !talk.table.get(new Log.Place(room, target)).state().deleted();
        return switch (alive ? random.nextInt(4) : 0) {
            case 2 -> talk.edit(room, target, words());
            case 3 -> talk.delete(room, target);
            default -> talk.write(room, talk.entry(room, words()));
        };
    }

    private void disturb() throws Exception {
        switch (random.nextInt(150)) {
            case 0 -> talk.away = true;
            case 1 -> talk.away = false;
            case 2 -> onThread(index::commit);
            case 3 -> {
                talk.away = false;
                restart();
            }
            default -> {}
        }
    }

    private String words() {
        return WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size()));
    }

    /** As after a kill: what was not committed is lost. */
    private void restart() throws Exception {
        followers.abandon();
        onThread(index::close);
        begin();
        settle();
    }

    private void tell(MessagesPosted hint) throws Exception {
        followers.grown(hint);
        settle();
    }

    private interface Task {
        void run() throws Exception;
    }

    private void onThread(Task task) throws Exception {
        thread.submit(() -> {
                    task.run();
                    return null;
                })
                .get();
    }

    /** Until no room has anything to do. Each turn queues the next one before it ends. */
    private void settle() throws Exception {
        int idle = 0;
        while (idle < 3) {
            onThread(() -> {});
            idle = followers.lag() == 0 ? idle + 1 : 0;
        }
    }

    private void assertSame() throws Exception {
        settle();
        onThread(index::refresh);
        Map<String, String> expected = new TreeMap<>();
        talk.table.values().stream()
                .filter(message -> !message.state().deleted())
                .forEach(message -> expected.put(message.roomId() + ":" + message.seq(), message.body()));
        assertEquals(expected.keySet(), indexed());
        for (String word : WORDS) {
            List<String> having = expected.entrySet().stream()
                    .filter(message -> message.getValue().contains(word))
                    .map(Map.Entry::getKey)
                    .toList();
            assertEquals(having, List.copyOf(found(word)), word);
        }
    }

    private SortedSet<String> indexed() throws IOException {
        return found(null);
    }

    /** Each message once; a second entry of the same would be a second spot. */
    private SortedSet<String> found(String word) throws IOException {
        List<String> all = new ArrayList<>();
        long[] rooms = {1, 2, 3, 4, 5};
        Sought sought = Said.sought(word, null, "1970-01-01T00:00:00Z", null, null, new Paging(5000, null));
        index.read(searcher ->
                        LookingUp.find(searcher.getIndexReader(), sought, new FindingMessages.Reach(rooms, null), null))
                .forEach(spot ->
                        all.add(spot.place().roomId() + ":" + spot.place().seq()));
        SortedSet<String> once = new TreeSet<>(all);
        assertEquals(once.size(), all.size());
        return once;
    }
}
