package org.parley.live;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.server.ServerContainer;
import java.lang.reflect.Field;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives the WebSocket container a timer that never fires. Tyrus schedules an idle timeout for every frame, on the
 * server's managed executor, whose context capture scans class paths: 100 µs of CPU per frame. The server closes silent
 * connections itself and does not need it.
 *
 * <p>There is no setting for it, so this uses reflection, once per application and before the first session
 * (docs/adr/0003).
 */
public class SocketTuning implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(SocketTuning.class.getName());

    /**
     * In milliseconds, for containers with a real timer. Much longer than the 60 s after which we close a silent
     * connection.
     */
    private static final long IDLE_TIMEOUT_MILLIS = 3_600_000;

    /** Has no thread, because nothing reaches its queue. */
    private static final class Never extends ScheduledThreadPoolExecutor {
        Never() {
            super(0);
        }

        /** @return {@code null}, which Tyrus treats as "nothing is scheduled" */
        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return null;
        }
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServerContainer container =
                (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
        container.setDefaultMaxSessionIdleTimeout(IDLE_TIMEOUT_MILLIS);
        try {
            managedTimer(container).set(container, new Never());
        } catch (NoSuchFieldException | IllegalAccessException | RuntimeException notThatTyrus) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Cannot replace this server's timer for sockets; each frame costs more CPU");
        }
    }

    /** {@code BaseContainer.managedScheduledExecutorService} of Tyrus 2.1. */
    private static Field managedTimer(ServerContainer container) throws NoSuchFieldException {
        for (Class<?> type = container.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().equals("BaseContainer")) {
                Field field = type.getDeclaredField("managedScheduledExecutorService");
                field.setAccessible(true);
                return field;
            }
        }
        throw new NoSuchFieldException("managedScheduledExecutorService");
    }
}
