package org.parley.bench;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.parley.harness.Person;

/** Registers users and creates rooms, under names that no earlier run on the same database used. */
final class Registering {
    private static final int AT_ONCE = 8;

    private Registering() {}

    static List<Person> people(URI base, String tag, int count) {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Person>> coming = IntStream.range(0, count)
                    .mapToObj(i -> pool.submit(() -> Person.register(base, "u" + tag + "x" + i)))
                    .toList();
            return coming.stream().map(Registering::get).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Person get(Future<Person> person) {
        try {
            return person.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("Somebody could not register", failure);
        }
    }

    static List<String> rooms(Person owner, String tag, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> owner.createRoom("bench-" + tag + "-" + i))
                .toList();
    }
}
