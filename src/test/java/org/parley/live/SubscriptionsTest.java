package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.rooms.Room;

/** How a socket finds the logs that it listens to. */
class SubscriptionsTest {
    private final Connection connection = new Connection(
            new Caller(50, "bob", "Bob", false, UUID.randomUUID(), "192.0.2.1"),
            false,
            new StubRemote((frame, end) -> {}),
            Runnable::run,
            Runnable::run,
            closed -> {});
    private final Naming.ByRoom tea = new Naming.ByRoom("Tea-Room");
    private final Naming.ByRoom cake = new Naming.ByRoom("cake");

    @Test
    void by_name_in_any_case_and_by_id() {
        Subscription listener = subscribed(77, tea);
        for (String name : new String[] {"Tea-Room", "tea-room", "TEA-ROOM", Room.wireId(77)}) {
            assertSame(listener, connection.subscription(name), name);
        }
        for (String other : new String[] {"tea", "", "~", Room.wireId(78)}) {
            assertNull(connection.subscription(other), other);
        }
    }

    @Test
    void by_the_new_name_after_a_rename_and_by_the_old_no_more() {
        Subscription listener = subscribed(77, tea);
        tea.rename("Coffee");
        connection.named(listener);
        assertSame(listener, connection.subscription("coffee"));
        assertNull(connection.subscription("tea-room"));
        assertNull(connection.subscription("Tea-Room"));
    }

    @Test
    void a_name_that_went_over_to_another_room_is_the_other_rooms() {
        Subscription first = subscribed(77, tea);
        Subscription second = subscribed(78, cake);
        cake.rename("Tea-Room");
        connection.named(second);
        tea.rename("cake");
        connection.named(first);
        assertSame(second, connection.subscription("tea-room"));
        assertSame(first, connection.subscription("Cake"));
        connection.unsubscribe(second);
        assertNull(connection.subscription("Tea-Room"));
        assertSame(first, connection.subscription("cake"));
    }

    @Test
    void what_was_begun_anew_is_found_and_its_former_end_changes_nothing() {
        Subscription former = subscribed(77, tea);
        Subscription listener = new Subscription(connection, former.feed());
        assertSame(former, connection.subscribe(listener));
        connection.unsubscribe(former);
        connection.named(former);
        assertSame(listener, connection.subscription("tea-room"));
        assertSame(listener, connection.subscription(77));
        assertFalse(connection.subscribeFirst(former));
        assertSame(listener, connection.subscription("Tea-Room"));
        connection.unsubscribe(listener);
        assertNull(connection.subscription("tea-room"));
        assertEquals(0, connection.subscriptions().size());
    }

    @Test
    void a_socket_is_full_at_five_hundred_rooms() {
        for (int room = 1; room < 500; room++) {
            subscribed(room, new Naming.ByRoom("room" + room));
        }
        assertFalse(connection.full());
        subscribed(500, tea);
        assertTrue(connection.full());
        connection.unsubscribe(connection.subscription("room1"));
        assertFalse(connection.full());
    }

    private Subscription subscribed(long roomId, Naming naming) {
        Subscription listener =
                new Subscription(connection, new RoomFeed(roomId, naming, 0, null, null, null, null, Runnable::run));
        connection.subscribe(listener);
        return listener;
    }
}
