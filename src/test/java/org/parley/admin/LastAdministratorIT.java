package org.parley.admin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.harness.Answer;
import org.parley.harness.Cast;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** While a test of this class runs, root and ann are the only administrators of the shared server. */
@Tag("once")
class LastAdministratorIT {
    private static final int ROUNDS = 10;

    private final Cast cast = Cast.onSharedServer();
    private final Person root = cast.root();
    private final Person ann = cast.ann();

    /** Earlier tests may have left administrators of their own. */
    @BeforeEach
    void root_is_the_only_administrator() {
        for (JsonNode user :
                root.get("admin/users?filter=admin&limit=200").expect(200).path("users")) {
            String name = user.path("username").asText();
            if (!name.equals(root.name())) {
                root.patch("admin/users/" + name, Json.of("role", "user")).expect(200);
            }
        }
    }

    /** A test that fails half-way must not take root from the tests that follow. */
    @AfterEach
    void root_is_an_administrator_again() {
        if (cast.root().get("admin/figures").status() != 200) {
            ann.elsewhere().patch(path(root), Json.of("role", "admin")).expect(200);
        }
    }

    @Test
    void the_last_administrator_stays_one_by_whomever() {
        root.patch(path(root), Json.of("role", "user")).refused(409, "conflict");
        root.patch(path(root), Json.of("disabled", true)).refused(409, "conflict");
        root.patch(path(root), Json.of("role", "user", "disabled", true)).refused(409, "conflict");
        root.patch(path(ann), Json.of("role", "admin")).expect(200);
        root.patch(path(ann), Json.of("disabled", true)).expect(200);
        root.patch(path(root), Json.of("role", "user")).refused(409, "conflict");
        root.patch(path(ann), Json.of("disabled", false)).expect(200);
        root.patch(path(root), Json.of("role", "user")).expect(200);
        Person back = ann.elsewhere();
        back.patch(path(ann), Json.of("role", "user")).refused(409, "conflict");
        back.patch(path(root), Json.of("role", "admin")).expect(200);
        root.patch(path(ann), Json.of("role", "user")).expect(200);
    }

    @Test
    void of_two_people_who_unmake_each_other_at_once_one_stays() {
        for (ObjectNode change : List.of(Json.of("role", "user"), Json.of("disabled", true))) {
            for (int round = 0; round < ROUNDS; round++) {
                Person first = cast.root();
                first.patch(path(ann), Json.of("role", "admin", "disabled", false))
                        .expect(200);
                Person second = ann.elsewhere();
                CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> first.patch(path(ann), change));
                Answer other = second.patch(path(root), change);
                assertTrue(one.join().status() == 200 ^ other.status() == 200, one.join() + "; " + other);
                Person stays = other.status() == 200 ? second : first;
                stays.get("admin/figures").expect(200);
                stays.patch(path(root), Json.of("role", "admin", "disabled", false))
                        .expect(200);
            }
        }
    }

    @Test
    void the_last_administrator_cannot_delete_their_account() {
        delete(root, Cast.ROOT_PASSWORD).refused(409, "conflict");
        root.patch(path(ann), Json.of("role", "admin")).expect(200);
        root.patch(path(ann), Json.of("disabled", true)).expect(200);
        delete(root, Cast.ROOT_PASSWORD).refused(409, "conflict");
        root.patch(path(ann), Json.of("disabled", false)).expect(200);
        Person back = ann.elsewhere();
        delete(back, Person.PASSWORD).expect(204);
        delete(root, Cast.ROOT_PASSWORD).refused(409, "conflict");
        root.get("admin/figures").expect(200);
    }

    private static Answer delete(Person person, String password) {
        return person.post("users/me/deletion", Json.of("password", password));
    }

    private static String path(Person person) {
        return "admin/users/" + person.name();
    }
}
