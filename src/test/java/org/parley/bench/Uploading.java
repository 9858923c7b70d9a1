package org.parley.bench;

import java.io.OutputStream;
import java.util.List;
import java.util.SplittableRandom;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/** U: sixteen clients upload files of 10 MiB side by side, and then read them by ranges of 1 MiB. */
record Uploading() implements Workload {
    private static final int MIB = 1 << 20;
    private static final int SIZE_MIB = 10;
    private static final long SEED = 10;

    @Override
    public void run(Bed bed) {
        List<Person> people = bed.people(AskingClients.COUNT);
        byte[] body = Uploads.body("noise.bin", noise());
        SideBySide uploads = new SideBySide(people.size(), client -> upload(people.get(client), body));
        uploads.warmed(bed).measured(bed, "U", "upload", "mib", SIZE_MIB);
        inside(bed, uploads);
        people.forEach(Person::refresh);
        List<String> files = people.stream().map(person -> upload(person, body)).toList();
        int[] turns = new int[people.size()];
        SideBySide ranges = new SideBySide(
                people.size(), client -> read(people.get(client), files.get(client), turns[client]++ % SIZE_MIB));
        ranges.warmed(bed).measured(bed, "U", "range", "mib", 1);
    }

    /** What no format begins with, so that it stays as it is. */
    private static byte[] noise() {
        byte[] noise = new byte[SIZE_MIB * MIB];
        new SplittableRandom(SEED).nextBytes(noise);
        return noise;
    }

    private static String upload(Person person, byte[] body) {
        return Json.read(LargeCall.post(person, "attachments", Uploads.TYPE, body))
                .path("id")
                .asText();
    }

    private static void read(Person person, String file, int part) {
        String range = "bytes=" + part * MIB + "-" + ((part + 1) * MIB - 1);
        long octets = LargeCall.get(person, "attachments/" + file, range, OutputStream.nullOutputStream());
        if (octets != MIB) {
            throw new IllegalStateException("Of " + range + " came " + octets);
        }
    }

    /** Collects garbage all the time, so it is a round of its own. */
    private static void inside(Bed bed, SideBySide uploads) {
        Memory memory = new Memory(bed.machine());
        uploads.loaded(bed, bed.settings().seconds() / 2, memory::lookInside);
        Figures figures = new Figures(bed.settings(), "U", 1, AskingClients.COUNT, 0).with("what", "memory of uploads");
        bed.record(memory.into(figures).line());
    }
}
