package org.parley.rights;

import static org.parley.rights.Right.ADMINISTRATORS;
import static org.parley.rights.Right.AUTHOR;
import static org.parley.rights.Right.ENTERING;
import static org.parley.rights.Right.INSIDE;
import static org.parley.rights.Right.INVITED;
import static org.parley.rights.Right.MEMBERS;
import static org.parley.rights.Right.OPEN;
import static org.parley.rights.Right.OWNERS;
import static org.parley.rights.Right.PARTY;
import static org.parley.rights.Right.SEEING;
import static org.parley.rights.Right.SHOWN;
import static org.parley.rights.Right.SIGNED_IN;
import static org.parley.rights.Right.STAFF;
import static org.parley.rights.Right.WRITING;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.harness.Json;
import org.parley.harness.Person;

/** Who may call which route. */
final class Matrix {
    static final List<Row> ROWS = rows();

    private Matrix() {}

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(ofAccounts());
        rows.addAll(ofPeople());
        rows.addAll(ofLists());
        rows.addAll(ofRooms());
        rows.addAll(ofARoomCalledImport());
        rows.addAll(ofStaff());
        rows.addAll(ofLogs());
        rows.addAll(ofFiles());
        rows.addAll(ofConversations());
        rows.addAll(ofAdministrators());
        return rows;
    }

    private static List<Row> ofAccounts() {
        return List.of(
                row("GET health", OPEN),
                row("GET setup", OPEN),
                row("POST setup", OPEN)
                        .body("code", "wrong", "username", "someone", "password", "long-enough")
                        .answers("forbidden"),
                row("POST auth/register", OPEN)
                        .body(scene -> Json.of("username", scene.unique("new"), "password", Person.PASSWORD)),
                row("POST auth/login", OPEN)
                        .body(scene -> Json.of("username", scene.other().name(), "password", Person.PASSWORD)),
                row("POST auth/refresh", OPEN)
                        .body("refreshToken", "none", "cookie", false)
                        .answers("unauthenticated"),
                row("POST auth/logout", SIGNED_IN).apart(),
                row("GET auth/me", SIGNED_IN),
                row("POST auth/live-ticket", SIGNED_IN),
                row("GET auth/sessions", SIGNED_IN),
                row("DELETE auth/sessions/{id}", SIGNED_IN)
                        .with("id", scene -> Scene.id())
                        .answers("not_found"),
                row("PUT auth/password", SIGNED_IN)
                        .body("current", "not-the-one", "password", "long-enough")
                        .answers("invalid_request"));
    }

    private static List<Row> ofPeople() {
        return List.of(
                row("GET users", SIGNED_IN),
                row("GET users/{username}", SIGNED_IN),
                row("PATCH users/me", SIGNED_IN).body("bio", "what I am"),
                row("PUT users/me/avatar", SIGNED_IN).body("no", "picture").answers("invalid_request"),
                row("DELETE users/me/avatar", SIGNED_IN),
                row("GET users/{username}/avatar", SIGNED_IN).answers("not_found"),
                row("GET users/me/storage", SIGNED_IN),
                row("GET users/me/export", SIGNED_IN),
                row("POST users/me/deletion", SIGNED_IN)
                        .body("password", "not-the-one")
                        .answers("invalid_request"),
                row("GET blocks", SIGNED_IN),
                row("PUT blocks/{username}", SIGNED_IN)
                        .with("username", scene -> Person.newId())
                        .answers("not_found"),
                row("DELETE blocks/{username}", SIGNED_IN),
                row("GET drafts", SIGNED_IN),
                row("GET activity", SIGNED_IN),
                row("GET search", SIGNED_IN).query("?q=cake"));
    }

    private static List<Row> ofLists() {
        return List.of(
                row("GET rooms", SIGNED_IN),
                row("POST rooms", SIGNED_IN)
                        .body(scene -> Json.of("name", scene.unique("mine"), "visibility", "private")),
                row("POST rooms", SIGNED_IN).body(Scene::group),
                row("POST rooms/import", SIGNED_IN).body().answers("unsupported_type"),
                row("GET direct", SIGNED_IN));
    }

    private static List<Row> ofRooms() {
        return List.of(
                row("GET rooms/{room}", SEEING),
                row("PATCH rooms/{room}", STAFF).body("topic", "cake"),
                row("PATCH rooms/{room}", STAFF).body("slowModeSeconds", 5).spoils(),
                row("PATCH rooms/{room}", OWNERS)
                        .body(scene -> Json.of("name", scene.unique("renamed")))
                        .spoils(),
                row("PATCH rooms/{room}", OWNERS)
                        .body("password", "very-secret")
                        .spoils(),
                row("PATCH rooms/{room}", OWNERS).body("emoji", "🚀").spoils(),
                row("PATCH rooms/{room}", OWNERS).body("visibility", "private").spoils(),
                row("PATCH rooms/{room}", OWNERS).body("archived", true).spoils(),
                row("DELETE rooms/{room}", OWNERS).spoils(),
                row("GET rooms/{room}/members", INSIDE),
                row("POST rooms/{room}/members", ENTERING).body().spoils(),
                row("POST rooms/{room}/members", STAFF).body("username", "root").spoils(),
                row("DELETE rooms/{room}/members/me", MEMBERS)
                        .but(Who.OWNER, "conflict")
                        .spoils(),
                row("PATCH rooms/{room}/members/{username}", OWNERS)
                        .body("role", "moderator")
                        .spoils(),
                row("DELETE rooms/{room}/members/{username}", STAFF).spoils(),
                row("PUT rooms/{room}/notify", MEMBERS).body("notify", "none"),
                row("PUT rooms/{room}/favourite", MEMBERS).body("favourite", true),
                row("GET rooms/{room}/export", OWNERS));
    }

    /** A room may be called so, and here is none. */
    private static List<Row> ofARoomCalledImport() {
        return List.of(
                row("GET rooms/import", SIGNED_IN).answers("not_found"),
                row("PATCH rooms/import", SIGNED_IN).body("topic", "cake").answers("not_found"),
                row("DELETE rooms/import", SIGNED_IN).answers("not_found"),
                row("PUT rooms/import/notify", SIGNED_IN).body("notify", "none").answers("not_found"),
                row("PUT rooms/import/favourite", SIGNED_IN)
                        .body("favourite", true)
                        .answers("not_found"));
    }

    private static List<Row> ofStaff() {
        return List.of(
                row("GET rooms/{room}/bans", STAFF),
                row("POST rooms/{room}/bans", STAFF)
                        .body(scene -> Json.of("username", scene.other().name()))
                        .spoils(),
                row("DELETE rooms/{room}/bans/{username}", STAFF),
                row("GET rooms/{room}/mutes", STAFF),
                row("POST rooms/{room}/mutes", STAFF)
                        .body(scene -> Json.of("username", scene.other().name())),
                row("DELETE rooms/{room}/mutes/{username}", STAFF),
                row("GET rooms/{room}/audit", STAFF),
                row("GET rooms/{room}/invites", STAFF),
                row("POST rooms/{room}/invites", STAFF).body(),
                row("DELETE rooms/{room}/invites/{code}", STAFF).with("code", Scene::invite),
                row("GET invites/{code}", OPEN).with("code", Scene::invite),
                row("POST invites/{code}", INVITED).with("code", Scene::invite).spoils(),
                row("GET rooms/{room}/reports", STAFF),
                row("PATCH rooms/{room}/reports/{id}", STAFF)
                        .with("id", Scene::report)
                        .body("state", "resolved"),
                row("POST rooms/{room}/messages/{seq}/reports", SEEING).body("reason", "rude"));
    }

    private static List<Row> ofLogs() {
        return List.of(
                // An endless stream; FrameRightsIT tests which people it lets into the room.
                row("GET live", SIGNED_IN)
                        .query("?rooms="
                                + String.join(
                                        ",",
                                        IntStream.range(0, 60)
                                                .mapToObj(Integer::toString)
                                                .toList()))
                        .answers("invalid_request"),
                row("GET rooms/{room}/messages", SEEING),
                row("POST rooms/{room}/messages", WRITING)
                        .body(scene -> Json.of("clientId", Person.newId(), "body", "hello")),
                row("GET rooms/{room}/messages/{seq}", SEEING),
                row("PATCH rooms/{room}/messages/{seq}", AUTHOR).body("body", "another text"),
                row("DELETE rooms/{room}/messages/{seq}", STAFF).spoils(),
                row("GET rooms/{room}/messages/{seq}/replies", SEEING),
                row("GET rooms/{room}/pins", SEEING),
                row("PUT rooms/{room}/pins/{seq}", STAFF),
                row("DELETE rooms/{room}/pins/{seq}", STAFF),
                row("PUT rooms/{room}/messages/{seq}/reactions/{emoji}", WRITING),
                row("DELETE rooms/{room}/messages/{seq}/reactions/{emoji}", MEMBERS),
                row("GET rooms/{room}/draft", MEMBERS).answers("not_found"),
                row("PUT rooms/{room}/draft", MEMBERS).body("body", "half a thought", "revision", 0),
                row("DELETE rooms/{room}/draft", MEMBERS),
                row("GET rooms/{room}/log", SEEING),
                row("PUT rooms/{room}/read", MEMBERS).body("seq", 1),
                row("PUT rooms/{room}/delivered", MEMBERS).body("seq", 1),
                row("PUT rooms/{room}/unread", MEMBERS).body("seq", 1));
    }

    private static List<Row> ofFiles() {
        return List.of(
                row("GET server", OPEN),
                row("POST attachments", SIGNED_IN).body().answers("unsupported_type"),
                row("GET rooms/{room}/files", SEEING),
                row("GET attachments/{id}", SHOWN).with("id", Scene::attachment),
                row("GET attachments/{id}/thumbnail", SHOWN).with("id", Scene::attachment));
    }

    /** Uses the id of a conversation of the owner: only its two people may see it, not even administrators. */
    private static List<Row> ofConversations() {
        return List.of(
                direct("GET direct/{username}"),
                direct("GET direct/{username}/members"),
                direct("GET direct/{username}/messages"),
                direct("POST direct/{username}/messages")
                        .body(scene -> Json.of("clientId", Person.newId(), "body", "hello")),
                direct("GET direct/{username}/messages/{seq}"),
                direct("PATCH direct/{username}/messages/{seq}")
                        .with("seq", Scene::privately)
                        .body("body", "another text"),
                direct("DELETE direct/{username}/messages/{seq}"),
                direct("GET direct/{username}/messages/{seq}/replies"),
                direct("GET direct/{username}/pins"),
                direct("PUT direct/{username}/pins/{seq}").with("seq", Scene::privately),
                direct("DELETE direct/{username}/pins/{seq}"),
                direct("PUT direct/{username}/messages/{seq}/reactions/{emoji}").with("seq", Scene::privately),
                direct("DELETE direct/{username}/messages/{seq}/reactions/{emoji}"),
                direct("POST direct/{username}/messages/{seq}/reports").body("reason", "rude"),
                direct("GET direct/{username}/files"),
                direct("GET direct/{username}/draft").answers("not_found"),
                direct("PUT direct/{username}/draft").body("body", "half a thought", "revision", 0),
                direct("DELETE direct/{username}/draft"),
                direct("GET direct/{username}/log"),
                direct("PUT direct/{username}/read").body("seq", 1),
                direct("PUT direct/{username}/delivered").body("seq", 1),
                direct("PUT direct/{username}/unread").body("seq", 1),
                direct("PUT direct/{username}/notify").body("notify", "none"),
                direct("PUT direct/{username}/favourite").body("favourite", true));
    }

    private static List<Row> ofAdministrators() {
        return List.of(
                row("GET admin/users", ADMINISTRATORS),
                row("PATCH admin/users/{username}", ADMINISTRATORS).body("role", "user"),
                row("GET admin/users/{username}/sessions", ADMINISTRATORS),
                row("DELETE admin/users/{username}/sessions", ADMINISTRATORS).with("username", Scene::bystander),
                row("DELETE admin/users/{username}/sessions/{id}", ADMINISTRATORS)
                        .with("id", scene -> Scene.id())
                        .answers("not_found"),
                row("GET admin/rooms", ADMINISTRATORS),
                row("GET admin/reports", ADMINISTRATORS),
                row("PATCH admin/reports/{id}", ADMINISTRATORS)
                        .with("id", Scene::report)
                        .body("state", "resolved"),
                row("GET admin/figures", ADMINISTRATORS),
                row("GET admin/audit", ADMINISTRATORS));
    }

    private static Row direct(String route) {
        return row(route, PARTY).with("username", Scene::conversation);
    }

    private static Row row(String route, Right right) {
        return new Row(route, right);
    }
}
