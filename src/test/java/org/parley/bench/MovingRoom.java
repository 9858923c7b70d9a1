package org.parley.bench;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/** I: an owner takes a room of many messages away as a file, and makes rooms of that file. */
record MovingRoom() implements Workload {
    private static final int PEOPLE = 50;
    private static final long SEED = 17;

    @Override
    public void run(Bed bed) {
        int messages = bed.settings().importMessages();
        List<Person> people = bed.people(PEOPLE);
        List<String> names = people.stream().map(Person::name).toList();
        Person owner = people.get(0);
        String room = Registering.rooms(owner, bed.tag(), 1).get(0);
        bed.target().whileDown(database -> Filling.fill(database, new Chatter(SEED), List.of(room), names, messages));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        owner.refresh();
        new SideBySide(1, client -> export(owner, room, zip)).measured(bed, "I", "export", "msg", messages);
        byte[] body = Uploads.body("room.zip", zip.toByteArray());
        owner.refresh();
        new SideBySide(1, client -> LargeCall.post(owner, "rooms/import", Uploads.TYPE, body))
                .measured(bed, "I", "import", "msg", messages);
    }

    private static void export(Person owner, String room, ByteArrayOutputStream zip) {
        zip.reset();
        LargeCall.get(owner, "rooms/" + room + "/export", null, zip);
    }
}
