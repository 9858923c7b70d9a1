package org.parley.system;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reports the result of {@code api/health} in the server's own {@code /health/ready}, if the server has MicroProfile
 * Health.
 *
 * <p>Uses only reflection, because GlassFish has no MicroProfile Health: a class that merely names {@code HealthCheck}
 * makes it stop scanning the WAR's annotations, so that nothing in the WAR is found or injected (seen on 7.0.25).
 */
public class ReadinessProbe implements Extension {
    private static final String API = "org.eclipse.microprofile.health.";

    /** Set at startup, because a bean of an extension cannot see the beans of the application. */
    private static final AtomicReference<Health> WATCHED = new AtomicReference<>();

    static void watch(Health health) {
        WATCHED.set(health);
    }

    void add(@Observes AfterBeanDiscovery discovery) {
        try {
            ClassLoader loader = ReadinessProbe.class.getClassLoader();
            Class<?> check = Class.forName(API + "HealthCheck", false, loader);
            Annotation readiness = (Annotation) Class.forName(API + "Readiness$Literal", true, loader)
                    .getField("INSTANCE")
                    .get(null);
            discovery
                    .addBean()
                    .beanClass(ReadinessProbe.class)
                    .types(Object.class, check)
                    .qualifiers(readiness)
                    .createWith(context -> Proxy.newProxyInstance(
                            loader,
                            new Class<?>[] {check},
                            (proxy, method, arguments) -> method.getName().equals("call")
                                    ? response(loader)
                                    : method.invoke(WATCHED, arguments)));
        } catch (ReflectiveOperationException noMicroProfile) {
            System.getLogger(ReadinessProbe.class.getName())
                    .log(System.Logger.Level.DEBUG, "This server has no MicroProfile Health");
        }
    }

    /** {@code HealthCheckResponse.named("parley").status(…).build()} */
    private static Object response(ClassLoader loader) throws ReflectiveOperationException {
        Health health = WATCHED.get();
        boolean ready = health != null && !health.parts().containsValue(false);
        Class<?> responses = Class.forName(API + "HealthCheckResponse", true, loader);
        Class<?> builders = Class.forName(API + "HealthCheckResponseBuilder", true, loader);
        Object builder = responses.getMethod("named", String.class).invoke(null, "parley");
        builders.getMethod("status", boolean.class).invoke(builder, ready);
        return builders.getMethod("build").invoke(builder);
    }
}
