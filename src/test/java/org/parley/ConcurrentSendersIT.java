package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Follower;
import org.parley.harness.LiveSocket;
import org.parley.harness.Person;
import org.parley.harness.Place;

/** Many people send at the same time, and all readers see one order. */
class ConcurrentSendersIT {
    private static final int SENDERS = 20;
    private static final int LISTENERS = 5;
    private static final int EACH = 20;

    private final Cast cast = Cast.onSharedServer();
    private final String room = cast.ann().createRoom(cast.unique("r"));

    @Test
    void twenty_people_who_send_at_once_are_seen_in_one_order_by_five_listeners() throws Exception {
        List<Follower> followers = followers();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<List<String>>> sent = senders.invokeAll(sending());
            long all = SENDERS * EACH;
            List<List<String>> seen = new ArrayList<>();
            for (Follower follower : followers) {
                follower.await(all, Duration.ofSeconds(60));
                assertEquals(List.of(), follower.faults());
                seen.add(bodies(follower));
            }
            assertEquals(1, new HashSet<>(seen).size(), "all five saw the same, in the same order");
            for (Future<List<String>> one : sent) {
                List<String> own = new ArrayList<>(seen.get(0));
                own.retainAll(one.get());
                assertEquals(one.get(), own, "what one person sent one after the other stands so");
            }
            assertTrue(new HashSet<>(seen.get(0)).size() == all, "nothing twice");
        } finally {
            senders.shutdownNow();
            followers.forEach(Follower::stop);
        }
    }

    private List<Follower> followers() {
        List<Follower> followers = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            Person person = cast.register("dora-" + (char) ('a' + i));
            Follower follower = new Follower(person, Place.room(room), 0);
            Thread thread = new Thread(follower);
            thread.setDaemon(true);
            thread.start();
            followers.add(follower);
        }
        return followers;
    }

    private List<Callable<List<String>>> sending() {
        List<Callable<List<String>>> sending = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            Person person = cast.register("bob-" + (char) ('a' + i));
            person.join(room);
            sending.add(() -> {
                List<String> sent = new ArrayList<>();
                try (LiveSocket socket = person.socket()) {
                    for (int n = 0; n < EACH; n++) {
                        sent.add(socket.say(room, person.name() + " " + n)
                                .path("body")
                                .asText());
                    }
                }
                return sent;
            });
        }
        return sending;
    }

    private static List<String> bodies(Follower follower) {
        return follower.frames().stream()
                .map(frame -> frame.path("message").path("body").asText())
                .toList();
    }
}
