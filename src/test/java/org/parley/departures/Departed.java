package org.parley.departures;

import java.net.URI;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Waiting;

/** People who delete their account, and the end of what that does in the background. */
public final class Departed {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Departed() {}

    /** A new person joins the room, writes "by a leaver" if that is possible now, and deletes their account. */
    public static Answer comeAndGo(URI base, String name, String room) {
        Person leaver = Person.register(base, name);
        if (leaver.post("rooms/" + room + "/members", Json.of()).status() == 201) {
            leaver.post("rooms/" + room + "/messages", Json.of("clientId", Person.newId(), "body", "by a leaver"));
        }
        return leaver.post("users/me/deletion", Json.of("password", Person.PASSWORD));
    }

    /** Waits until the leaver is no member of the room. @param other may see the room */
    public static void await(Person other, String room, Person leaver) {
        Waiting.until(leaver.name() + " has left " + room, PATIENCE, () -> {
            long count =
                    other.get("rooms/" + room).expect(200).path("memberCount").asLong();
            Answer members = other.get("rooms/" + room + "/members");
            // A person who is no member sees only that nobody is left.
            return members.status() == 200 ? count == named(members) : count == 0;
        });
    }

    /** How many members have a name. The account has none from the moment it was deleted. */
    private static long named(Answer members) {
        return StreamSupport.stream(members.json().path("members").spliterator(), false)
                .filter(member -> member.path("user").path("username").isTextual())
                .count();
    }
}
