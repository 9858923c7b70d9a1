package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.harness.Many;
import org.parley.harness.Person;

/** H: sixteen clients read lists and pages, and post messages. */
record HttpCalls() implements Workload {
    private static final int ROOMS = 100;
    private static final int MESSAGES = 500;
    private static final int UNREAD = 300;

    @Override
    public void run(Bed bed) {
        List<Person> people = bed.people(AskingClients.COUNT);
        Person owner = people.get(0);
        List<String> rooms = Registering.rooms(owner, bed.tag(), ROOMS);
        String room = rooms.get(0);
        people.forEach(person -> person.join(room));
        Many.say(owner, room, MESSAGES, "x".repeat(bed.settings().bodyLength()));
        AskingClients asking = new AskingClients(bed, people, "H", ROOMS);
        calls(bed, room).forEach((what, calls) -> measure(asking, bed, what, calls));
        people.forEach(person -> rooms.forEach(person::join));
        rooms.forEach(
                each -> Many.say(owner, each, UNREAD, "x".repeat(bed.settings().bodyLength())));
        String list = bed.base().getPath() + "api/rooms?limit=" + ROOMS;
        measure(
                asking,
                bed,
                "list of unread rooms",
                (client, token) -> HttpCall.get(bed.base().getAuthority(), list, token));
    }

    private static void measure(AskingClients asking, Bed bed, String what, AskingClients.Calls calls) {
        asking.measured(what, bed.settings().warm() / 2, bed.settings().repetitions(), calls);
    }

    private static Map<String, AskingClients.Calls> calls(Bed bed, String room) {
        String host = bed.base().getAuthority();
        String api = bed.base().getPath() + "api/rooms";
        String messages = api + "/" + room + "/messages";
        Map<String, AskingClients.Calls> calls = new LinkedHashMap<>();
        calls.put("room list", (client, token) -> HttpCall.get(host, api, token));
        calls.put("history page", (client, token) -> HttpCall.get(host, messages, token));
        String body = "x".repeat(bed.settings().bodyLength());
        calls.put("message post", (client, token) -> HttpCall.post(host, messages, token, body));
        return calls;
    }
}
