package org.parley.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Rest;
import org.parley.harness.Uploads;

/** A room with one person of each kind in {@link Who}, and one more member, who is the target of all actions. */
public final class Scene {
    private final Company company;
    private final String room;
    private final boolean hidden;
    private String attachment;

    /** The people of all scenes, each with an account. */
    public static final class Company {
        private final Cast cast = Cast.onSharedServer();
        private final Map<Who, Person> people = new EnumMap<>(Who.class);
        private final Person other;
        private final String bystander;
        private final AtomicInteger names = new AtomicInteger();

        public Company() {
            for (Who who : Who.values()) {
                if (who != Who.ANONYMOUS && who != Who.ADMIN) {
                    people.put(
                            who, cast.register(cast.unique("the-" + who.name().toLowerCase(Locale.ROOT))));
                }
            }
            people.put(Who.ADMIN, cast.root());
            bystander = cast.register(cast.unique("the-bystander")).name();
            other = cast.register(cast.unique("the-other"));
        }

        /** Different at each call. */
        String unique(String name) {
            return cast.unique(name + "-" + names.incrementAndGet());
        }

        /** A person who has deleted their account, with the token that opened it. */
        Person deleted() {
            Person gone = cast.register("the-deleted");
            gone.post("users/me/deletion", Json.of("password", Person.PASSWORD)).expect(204);
            return gone;
        }

        Rest as(Who who) {
            return who == Who.ANONYMOUS ? cast.stranger() : people.get(who);
        }

        public Person person(Who who) {
            return people.get(who);
        }
    }

    public Scene(Company company, boolean hidden) {
        this.company = company;
        this.hidden = hidden;
        Person owner = company.person(Who.OWNER);
        room = owner.createRoom(company.unique("scene"));
        company.other.join(room);
        company.other.post(room, "said before all this");
        for (Who who : Who.values()) {
            if (who.inside() && who != Who.OWNER || who == Who.KICKED || who == Who.BANNED) {
                company.person(who).join(room);
            }
        }
        owner.patch(path("/members/" + name(Who.MODERATOR)), Json.of("role", "moderator"))
                .expect(200);
        owner.post(path("/mutes"), Json.of("username", name(Who.MUTED))).expect(201);
        owner.delete(path("/members/" + name(Who.KICKED))).expect(204);
        owner.post(path("/bans"), Json.of("username", name(Who.BANNED))).expect(201);
        if (hidden) {
            owner.patch(path(""), Json.of("visibility", "private")).expect(200);
        }
    }

    Rest as(Who who) {
        return company.as(who);
    }

    /** Uses a separate session of the person. */
    Rest apart(Who who) {
        return switch (who) {
            case ANONYMOUS -> as(who);
            case ADMIN -> Person.signIn(as(who).base(), Cast.ROOT_NAME, Cast.ROOT_PASSWORD);
            default -> person(who).elsewhere();
        };
    }

    public Person person(Who who) {
        return company.person(who);
    }

    public boolean hidden() {
        return hidden;
    }

    public String room() {
        return room;
    }

    private String path(String rest) {
        return "rooms/" + room + rest;
    }

    private String name(Who who) {
        return company.person(who).name();
    }

    /** The member on whom the others act. */
    public Person other() {
        return company.other;
    }

    /** The name of a person who is not part of the scene. */
    String bystander() {
        return company.bystander;
    }

    String unique(String name) {
        return company.unique(name);
    }

    /** The id of a private conversation between the owner and the other member. */
    String conversation() {
        company.person(Who.OWNER).write(company.other, "between us");
        JsonNode begun = company.person(Who.OWNER).get("direct").expect(200).path("conversations");
        return begun.get(0).path("id").asText();
    }

    /** A request for a room without a name, with two people of the scene. */
    ObjectNode group() {
        ObjectNode asked = Json.of("visibility", "private");
        asked.putArray("members").add(other().name()).add(bystander());
        return asked;
    }

    /** The number of a message that the owner has just written to the other member. */
    String privately() {
        return company.person(Who.OWNER)
                .write(company.other, "just between us")
                .path("seq")
                .asText();
    }

    String invite() {
        return company.person(Who.OWNER)
                .post(path("/invites"), Json.of())
                .expect(201)
                .path("code")
                .asText();
    }

    String report() {
        return company.other
                .post(path("/messages/1/reports"), Json.of("reason", "it is mine"))
                .expect(201)
                .path("id")
                .asText();
    }

    /** The id of a picture that the owner has posted. */
    String attachment() {
        if (attachment == null) {
            attachment = Uploads.put(company.person(Who.OWNER), "p.png", Uploads.png(2, 2))
                    .path("id")
                    .asText();
            Uploads.post(company.person(Who.OWNER), room, "", attachment);
        }
        return attachment;
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}
