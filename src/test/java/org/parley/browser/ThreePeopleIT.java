package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Person;
import org.parley.harness.Wire;

/** Three people in one room and in three private conversations, each in a browser, on a network that breaks. */
@Tag("long")
@Tag("page")
class ThreePeopleIT {
    private static final int ROUNDS = 3;

    private final Cast cast = Cast.onSharedServer();
    private final List<Person> people = List.of(cast.ann(), cast.bob(), cast.cem());
    private final String room = people.get(0).createRoom(cast.unique("kitchen"));
    private final Wire wire = Wire.to(cast.server().port());
    private final List<Visitor> visitors = new ArrayList<>();

    @BeforeEach
    void they_come() {
        for (Person person : people) {
            person.join(room);
            Visitor visitor = Visitor.at(wire.base()).signIn(person, room);
            visitors.add(visitor);
            visitor.upToDate();
        }
    }

    @AfterEach
    void they_go() {
        wire.mend();
        for (Visitor visitor : visitors) {
            try (visitor) {
                visitor.assertClean();
            }
        }
        wire.close();
    }

    @Test
    void whatever_breaks_all_see_the_same_and_each_their_own() {
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < people.size(); i++) {
                visitors.get(i).write("from " + i + " in round " + round);
            }
            wire.cut();
            for (int i = 0; i < people.size(); i++) {
                Visitor visitor = visitors.get(i);
                visitor.open("#/direct/" + next(i).name());
                assertThat(visitor.composer())
                        .hasAttribute("placeholder", Pattern.compile(".*" + next(i).name() + ".*"));
                visitor.write("psst " + i + " in round " + round);
                visitor.open("#/rooms/" + room);
            }
            visitors.forEach(Visitor::upToDate);
        }
        List<String> log = stored("rooms/" + room, people.get(0));
        assertEquals(people.size() * ROUNDS, log.size());
        for (int i = 0; i < people.size(); i++) {
            Visitor visitor = visitors.get(i);
            assertThat(visitor.messages()).hasText(log.toArray(String[]::new));
            assertThat(visitor.page().locator(".person-link")).hasCount(2);
            assertThat(visitor.conversation(next(i)).locator(".preview")).hasText("You: psst " + i + " in round 3");
            assertEquals(
                    List.of("psst " + i + " in round 1", "psst " + i + " in round 2", "psst " + i + " in round 3"),
                    stored("direct/" + people.get(i).name(), next(i)));
        }
    }

    @Test
    void what_waits_is_counted_alike_in_every_tab_and_gone_when_it_is_read_in_one() {
        Person ann = people.get(0);
        Person bob = people.get(1);
        Person cem = people.get(2);
        Visitor cems = visitors.get(2).open("#/rooms/main");
        Page second = cems.context().newPage();
        second.navigate(wire.base().resolve("./#/rooms/main").toString());
        visitors.get(0).write("@" + cem.name() + " are you there?");
        visitors.get(1).write("nobody is");
        visitors.get(0).open("#/direct/" + cem.name()).write("between us");
        bob.write(cem, "and between us");
        for (Page page : List.of(cems.page(), second)) {
            assertThat(page.locator(".room-link .count", textOf("@2"))).hasCount(1);
            assertThat(page.locator(".person-link .count", textOf("1"))).hasCount(2);
            assertThat(page).hasTitle(Pattern.compile("^\\(3\\)"));
        }
        assertThat(visitors.get(0).tick("between us")).hasText("Delivered");
        cems.open("#/direct/" + ann.name());
        assertThat(visitors.get(0).tick("between us")).hasText("Read");
        assertThat(second).hasTitle(Pattern.compile("^\\(2\\)"));
        cems.open("#/rooms/" + room);
        assertThat(cems.message("nobody is")).isVisible();
        assertThat(second).hasTitle(Pattern.compile("^\\(1\\)"));
        assertThat(second.locator(".person-link .count")).hasCount(1);
    }

    private static Page.LocatorOptions textOf(String count) {
        return new Page.LocatorOptions().setHasText(Pattern.compile("^" + count + "\\s"));
    }

    private Person next(int i) {
        return people.get((i + 1) % people.size());
    }

    private static List<String> stored(String path, Person reader) {
        var messages = reader.get(path + "/messages?limit=200").expect(200).path("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.path("kind").asText().equals("text"))
                .map(message -> message.path("body").asText())
                .toList();
    }
}
