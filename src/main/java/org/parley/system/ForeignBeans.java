package org.parley.system;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * Keeps the beans of smallrye-jwt out of the application: Parley makes its parser by hand, and theirs ask for
 * configuration beans that GlassFish does not have and collide with those that Payara has.
 */
public class ForeignBeans implements Extension {
    <T> void veto(@Observes ProcessAnnotatedType<T> type) {
        if (type.getAnnotatedType().getJavaClass().getName().startsWith("io.smallrye.")) {
            type.veto();
        }
    }
}
