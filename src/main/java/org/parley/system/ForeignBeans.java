package org.parley.system;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * Keeps the beans of smallrye-jwt out of the application. Parley makes its own token parser. The library's beans need
 * configuration beans that GlassFish does not have, and they collide with those of Payara.
 */
public class ForeignBeans implements Extension {
    <T> void veto(@Observes ProcessAnnotatedType<T> type) {
        if (type.getAnnotatedType().getJavaClass().getName().startsWith("io.smallrye.")) {
            type.veto();
        }
    }
}
