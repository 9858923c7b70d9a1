package org.parley.live;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access to private fields of the container's objects. Fields are looked up once per class, because there are many
 * sockets.
 */
final class PrivateField {
    private record Key(Class<?> type, String name) {}

    private static final Map<Key, Field> FOUND = new ConcurrentHashMap<>();

    private PrivateField() {}

    /** @param path names of fields; each is a field of the object in the one before */
    static Object get(Object owner, String... path) throws ReflectiveOperationException {
        Object value = owner;
        for (String name : path) {
            value = of(value, name).get(value);
        }
        return value;
    }

    static void set(Object owner, String name, Object value) throws ReflectiveOperationException {
        of(owner, name).set(owner, value);
    }

    private static Field of(Object owner, String name) throws NoSuchFieldException {
        Key key = new Key(owner.getClass(), name);
        Field known = FOUND.get(key);
        if (known == null) {
            known = find(owner.getClass(), name);
            FOUND.put(key, known);
        }
        return known;
    }

    private static Field find(Class<?> owner, String name) throws NoSuchFieldException {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
