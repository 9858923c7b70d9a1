package org.parley.system;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Starts the parts of the application in a fixed order, and stops them in the reverse order. */
public class Startup implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    @Inject
    Schema schema;

    @Inject
    Health health;

    @Inject
    Event<Starting> starting;

    @Inject
    Event<Stopping> stopping;

    @Override
    public void contextInitialized(ServletContextEvent context) {
        schema.migrate();
        starting.fire(new Starting());
        health.started();
        ReadinessProbe.watch(health);
        LOG.log(System.Logger.Level.INFO, "Parley is ready");
    }

    @Override
    public void contextDestroyed(ServletContextEvent context) {
        // If the start failed, nothing runs that would have to be stopped.
        if (health.serving()) {
            health.stopped();
            stopping.fire(new Stopping());
        }
    }
}
