package org.parley.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Rest;

/** R: every connection breaks, the room goes on, and all clients come back at once with their last number. */
record Returning() implements Workload {
    private static final int MISSED = 100;
    private static final double PATIENCE = 120;

    @Override
    public void run(Bed bed) {
        Settings settings = bed.settings();
        try (Crowd crowd = bed.enteredCrowd(settings.members(), 1)) {
            bed.warmByFanOut(crowd);
            for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
                bed.quiet(crowd);
                crowd.leave();
                Tally tally = crowd.beginWindow();
                miss(bed, crowd);
                crowd.loop().turnsFor(1);
                bed.record(back(bed, crowd, tally, repetition));
                crowd.turnsFor(1);
            }
        }
    }

    private static void miss(Bed bed, Crowd crowd) {
        Person speaker = bed.people(1).get(0);
        BenchRoom room = crowd.rooms().get(0);
        byte[] marker = new byte[Marker.LENGTH];
        for (int i = 0; i < MISSED; i++) {
            Marker.write(marker, 0, bed.run(), System.nanoTime(), room.take(), 0);
            String body = new String(marker) + "x".repeat(bed.settings().bodyLength() - Marker.LENGTH);
            say(speaker, room, Json.of("clientId", Person.newId(), "body", body));
        }
    }

    /** Until there is an answer: the server may just have closed a connection that was idle for long. */
    private static void say(Person speaker, BenchRoom room, ObjectNode message) {
        boolean answered = false;
        while (!answered) {
            try {
                answered = speaker.post("rooms/" + room.name() + "/messages", message)
                                .status()
                        < 300;
            } catch (Rest.Unanswered closed) {
                // A repeat is safe.
            }
        }
    }

    private static ObjectNode back(Bed bed, Crowd crowd, Tally tally, int repetition) {
        int closedBefore = crowd.closed();
        Sample before = bed.machine().sample();
        long began = System.nanoTime();
        Times times = crowd.timesOfEntering();
        crowd.enter(crowd.clients().size(), PATIENCE);
        double seconds = (System.nanoTime() - began) / 1e9;
        Sample after = bed.machine().sample();
        int people = crowd.clients().size();
        return Figures.of(bed, crowd, "R", repetition)
                .counts(tally, (long) MISSED * people)
                .with("missed", MISSED)
                .with("back", crowd.ready())
                .with("closed", crowd.closed() - closedBefore)
                .with("all_back_s", seconds)
                .with("back_ms", times)
                .with("srv_ms_per_return", after.serverCpu(before) * 1e3 / people)
                .with("db_ms_per_return", after.databaseCpu(before) * 1e3 / people)
                .cpu(before, after)
                .line();
    }
}
