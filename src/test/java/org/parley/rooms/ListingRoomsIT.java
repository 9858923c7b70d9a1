package org.parley.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

class ListingRoomsIT {
    private final Cast cast = Cast.onSharedServer();
    private final Person ann = cast.ann();
    private final Person dora = cast.dora();
    private final String query = "query=" + cast.unique("").substring(1);

    @Test
    void public_rooms_and_ones_own_are_listed_by_name() {
        create("tea", "public");
        create("ale", "private");
        create("Milk", "public");
        assertEquals(names("ale", "Milk", "tea"), list(ann, query));
        assertEquals(names("Milk", "tea"), list(dora, query));
        assertEquals(names("Milk", "tea"), list(cast.root(), query), "an admin's list is like anyone's");
    }

    @Test
    void only_joined_rooms_are_listed_if_asked() {
        create("tea", "public");
        create("milk", "public");
        dora.join(cast.unique("tea"));
        assertEquals(names("tea"), list(dora, query + "&filter=joined"));
        assertEquals(names("milk", "tea"), list(dora, query + "&filter=all"));
        assertEquals(List.of("main", cast.unique("tea")), list(dora, "filter=joined"), "everybody is in the lobby");
    }

    @Test
    void a_room_looks_in_the_list_as_it_does_alone() {
        create("tea", "public");
        dora.join(cast.unique("tea"));
        for (Person reader : List.of(ann, dora, cast.root())) {
            assertEquals(
                    reader.get("rooms/" + cast.unique("tea")).expect(200),
                    reader.get("rooms?" + query).expect(200).path("rooms").path(0));
        }
    }

    @Test
    void a_query_ignores_case_and_means_its_letters() {
        create("Green_tea", "public");
        create("greenatea", "public");
        assertEquals(names("Green_tea"), list(dora, "query=GREEN_TEA" + cast.unique("")));
        assertEquals(List.of(), list(dora, "query=%25" + cast.unique("")));
        assertEquals(List.of(), list(dora, "query=!" + cast.unique("")));
        assertEquals(List.of(), list(dora, "query=%5C" + cast.unique("")));
    }

    @Test
    void the_latest_come_first_by_activity() {
        create("one", "public");
        create("two", "public");
        create("three", "public");
        assertEquals(names("three", "two", "one"), list(ann, query + "&sort=activity"));
        ann.post(cast.unique("one"), "still here");
        assertEquals(names("one", "three", "two"), list(ann, query + "&sort=activity"));
    }

    @Test
    void pages_follow_each_other_in_either_order_without_gap_or_repeat() {
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 21; i++) {
            create("room" + i, "public");
            expected.add(cast.unique("room" + i));
        }
        assertEquals(expected, paged(query + "&limit=4"));
        Collections.reverse(expected);
        assertEquals(expected, paged(query + "&limit=4&sort=activity"));
    }

    private List<String> paged(String parameters) {
        List<String> names = new ArrayList<>();
        JsonNode page = dora.get("rooms?" + parameters).expect(200);
        names.addAll(names(page));
        while (!page.path("next").isNull()) {
            page = dora.get("rooms?" + parameters + "&cursor="
                            + page.path("next").asText())
                    .expect(200);
            assertTrue(page.path("rooms").size() <= 4);
            names.addAll(names(page));
        }
        return names;
    }

    @Test
    void a_last_page_that_is_full_has_no_next() {
        create("tea", "public");
        create("milk", "public");
        assertTrue(dora.get("rooms?limit=2&" + query).expect(200).path("next").isNull());
    }

    @Test
    void parameters_that_nobody_knows_are_refused() {
        for (String wrong : List.of(
                "filter=mine",
                "sort=head",
                "limit=0",
                "limit=-1",
                "limit=ten",
                "cursor=***",
                "sort=activity&cursor=YQ")) {
            ann.get("rooms?" + wrong).refused(400, "invalid_request");
        }
        ann.get("rooms?limit=1000").expect(200);
    }

    private void create(String name, String visibility) {
        ann.post("rooms", Json.of("name", cast.unique(name), "visibility", visibility))
                .expect(201);
    }

    private List<String> names(String... names) {
        return List.of(names).stream().map(cast::unique).toList();
    }

    private static List<String> list(Person reader, String parameters) {
        return names(reader.get("rooms?" + parameters).expect(200));
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.path("rooms").forEach(room -> names.add(room.path("name").asText()));
        return names;
    }
}
