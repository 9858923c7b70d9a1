package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.presence.Presence.State;

class PresenceNewsTest {
    private static final long ANN = 1;
    private static final long BOB = 2;

    private final PresenceNews news = new PresenceNews();
    private final Map<Long, State> states = new HashMap<>();
    private long now = Long.MAX_VALUE;

    @Test
    void what_was_told_is_no_news() {
        become(ANN, State.ONLINE);
        become(BOB, State.AWAY);
        assertNews(Map.of(ANN, State.ONLINE, BOB, State.AWAY));
        news.told(items());
        assertNews(Map.of());
        become(ANN, State.ONLINE);
        assertNews(Map.of());
    }

    @Test
    void what_could_not_be_told_stays_news() {
        become(ANN, State.ONLINE);
        become(BOB, State.ONLINE);
        news.told(items().stream().filter(item -> item.accountId() == BOB).toList());
        assertNews(Map.of(ANN, State.ONLINE));
        become(ANN, State.AWAY);
        assertNews(Map.of(ANN, State.AWAY));
        news.told(items());
        assertNews(Map.of());
    }

    @Test
    void who_becomes_again_what_was_told_is_no_news() {
        become(ANN, State.ONLINE);
        news.told(items());
        become(ANN, State.AWAY);
        assertNews(Map.of(ANN, State.AWAY));
        become(ANN, State.ONLINE);
        assertNews(Map.of());
    }

    @Test
    void who_changes_while_it_is_told_is_news_again() {
        become(ANN, State.ONLINE);
        List<PresenceNews.Item> telling = items();
        become(ANN, State.AWAY);
        news.told(telling);
        assertNews(Map.of(ANN, State.AWAY));
    }

    @Test
    void who_comes_back_soon_was_never_away() {
        become(ANN, State.ONLINE);
        news.told(items());
        become(ANN, State.OFFLINE);
        pass(4);
        assertNews(Map.of());
        become(ANN, State.ONLINE);
        pass(10);
        assertNews(Map.of());
    }

    @Test
    void who_stays_away_has_gone_after_five_seconds() {
        become(ANN, State.ONLINE);
        news.told(items());
        become(ANN, State.OFFLINE);
        pass(5);
        assertNews(Map.of(ANN, State.OFFLINE));
        news.told(items());
        assertNews(Map.of());
        become(ANN, State.ONLINE);
        assertNews(Map.of(ANN, State.ONLINE));
    }

    private void become(long account, State state) {
        pass(1);
        states.put(account, state);
        news.changed(account, now);
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    private List<PresenceNews.Item> items() {
        return news.items(states::get, now);
    }

    private void assertNews(Map<Long, State> expected) {
        Map<Long, State> found = new HashMap<>();
        items().forEach(item -> found.put(item.accountId(), item.state()));
        assertEquals(expected, found);
    }
}
