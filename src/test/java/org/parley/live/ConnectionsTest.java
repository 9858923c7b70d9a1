package org.parley.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.accounts.Caller;
import org.parley.sessions.LivingSessions;
import org.parley.sessions.OtherSessionsEnded;
import org.parley.system.Starting;
import org.parley.system.Stopping;
import org.parley.system.Threads;

/** Which sockets close when sessions are over, including sessions that expired silently. */
class ConnectionsTest {
    private static final long ANN = 1;
    private static final long BOB = 2;

    private final Connections connections = new Connections();
    private final Silent here = new Silent();
    private final Silent elsewhere = new Silent();
    private final Silent bobs = new Silent();
    private final UUID kept = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    /** Those that were taken for gone. */
    private final BlockingQueue<Connection> gone = new LinkedBlockingQueue<>();

    private Connection annHere;
    private Connection annElsewhere;
    private Connection bob;

    @BeforeEach
    void ann_listens_here_and_elsewhere_and_bob_listens_too() {
        connections.threads = new Threads() {
            @Override
            public Thread thread(String name, Runnable work) {
                return new Thread(work, name);
            }
        };
        connections.start(new Starting());
        annHere = connections.add(caller(ANN, kept), false, here, gone::add);
        annElsewhere = connections.add(caller(ANN, other), true, elsewhere, gone::add);
        bob = connections.add(caller(BOB, UUID.randomUUID()), true, bobs, gone::add);
    }

    @AfterEach
    void the_server_stops() throws InterruptedException {
        connections.stop(new Stopping());
    }

    @Test
    void sockets_of_expired_sessions_close_with_4401_and_no_others() throws Exception {
        closing(Set.of(kept, bob.caller().sessionId())).look();
        assertEquals(4401, elsewhere.closeCode());
        assertTrue(annHere.open() && bob.open());
    }

    @Test
    void while_nobody_can_say_which_sessions_are_alive_all_sockets_stay() {
        ClosingExpiredSockets closing = closing(Set.of());
        closing.sessions = new LivingSessions() {
            @Override
            public Set<UUID> of(Set<UUID> sessions) {
                throw new IllegalStateException("no database");
            }
        };
        closing.look();
        assertTrue(annHere.open() && annElsewhere.open() && bob.open());
    }

    private ClosingExpiredSockets closing(Set<UUID> living) {
        ClosingExpiredSockets closing = new ClosingExpiredSockets();
        closing.connections = connections;
        closing.sessions = new LivingSessions() {
            @Override
            public Set<UUID> of(Set<UUID> sessions) {
                return living;
            }
        };
        return closing;
    }

    /** By the observer's annotations too: sessions that have expired fire nothing else. */
    @Test
    void after_the_commit_of_a_new_password_all_its_accounts_other_sockets_close() throws Exception {
        List<Method> observers = Arrays.stream(ClosingSockets.class.getDeclaredMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {OtherSessionsEnded.class}))
                .filter(method -> {
                    Observes observes = method.getParameters()[0].getAnnotation(Observes.class);
                    return observes != null && observes.during() == TransactionPhase.AFTER_SUCCESS;
                })
                .toList();
        assertEquals(1, observers.size());
        ClosingSockets closing = new ClosingSockets();
        closing.connections = connections;
        observers.get(0).invoke(closing, new OtherSessionsEnded(ANN, kept));
        assertEquals(4401, elsewhere.closeCode());
        assertTrue(annHere.open() && bob.open());
    }

    @Test
    void a_socket_that_was_closed_from_this_side_is_gone_although_its_container_says_nothing() throws Exception {
        annHere.close(CloseReasons.IDLE);
        assertSame(annHere, gone.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void a_socket_is_gone_also_where_its_container_fails_to_close_it() throws Exception {
        here.failing = true;
        annHere.close(CloseReasons.IDLE);
        assertSame(annHere, gone.poll(30, TimeUnit.SECONDS));
    }

    private static Caller caller(long account, UUID session) {
        return new Caller(account, "user" + account, "", false, session, "192.0.2.1");
    }

    /** A peer that only notes why it is closed. */
    private static final class Silent implements Remote {
        private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
        private boolean failing;

        int closeCode() throws Exception {
            return closed.get(30, TimeUnit.SECONDS).getCloseCode().getCode();
        }

        @Override
        public void write(Encoded frame, SendHandler end) {
            // Nobody reads it.
        }

        @Override
        public void ping() {
            // Nobody hears it.
        }

        @Override
        public boolean answersPings() {
            return false;
        }

        @Override
        public void cut() {
            // Nobody is there.
        }

        @Override
        public void close(CloseReason reason) {
            if (failing) {
                throw new IllegalStateException("closed already");
            }
            closed.complete(reason);
        }
    }
}
