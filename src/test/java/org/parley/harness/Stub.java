package org.parley.harness;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Stands in for a large interface of the platform of which a test needs only a few methods. The others return null. */
public final class Stub {
    private Stub() {}

    public static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answers.getOrDefault(
                                method.getName(), nothing -> null)
                        .apply(arguments)));
    }
}
