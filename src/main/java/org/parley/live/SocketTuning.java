package org.parley.live;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.server.ServerContainer;
import java.lang.reflect.Field;
import java.util.concurrent.ScheduledExecutorService;
import org.parley.system.Threads;

/**
 * Gives the WebSocket container a plain timer. Tyrus schedules an idle timeout for every frame it sends or receives, and
 * takes the server's managed executor for it, whose context capture scans class paths: 100 µs of CPU for each frame.
 *
 * <p>There is no setting for that, hence the reflection, once per application and before the first session (docs/adr/0003).
 * A positive default timeout and a timer that forgets what is cancelled go with it: else its queue grows by an entry a frame.
 */
public class SocketTuning implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(SocketTuning.class.getName());

    /** Far above the 60 s after which we end a silent connection ourselves, milliseconds. */
    private static final long IDLE_TIMEOUT_MILLIS = 3_600_000;

    @Inject
    Threads threads;

    private ScheduledExecutorService timer;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServerContainer container =
                (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
        container.setDefaultMaxSessionIdleTimeout(IDLE_TIMEOUT_MILLIS);
        timer = threads.timer("parley-socket-timer");
        try {
            managedTimer(container).set(container, timer);
        } catch (NoSuchFieldException | IllegalAccessException | RuntimeException notThatTyrus) {
            LOG.log(System.Logger.Level.INFO, "Sockets are timed the server's own way, which costs more CPU a frame");
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

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        timer.shutdownNow();
    }
}
