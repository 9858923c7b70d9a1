package org.parley.rooms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Rest;

/** A route below one room, with a well-formed body. */
record Route(String method, String path, ObjectNode body) {
    /** The routes that read or change a room by its name. */
    static final List<Route> ALL = List.of(
            new Route("GET", "", null),
            new Route("PATCH", "", Json.of("topic", "x")),
            new Route("PATCH", "", Json.of("name", "me")),
            new Route("PATCH", "", Json.of("password", "very-secret")),
            new Route("PATCH", "", Json.of("emoji", "🚀")),
            new Route("DELETE", "", null),
            new Route("GET", "/members", null),
            new Route("POST", "/members", Json.of()),
            new Route("POST", "/members", Json.of("password", "very-secret")),
            new Route("POST", "/members", Json.of("username", "root")),
            new Route("POST", "/members", Json.of("username", "nobody-at-all")),
            new Route("DELETE", "/members/me", null),
            new Route("PATCH", "/members/root", Json.of("role", "member")),
            new Route("PATCH", "/members/nobody-at-all", Json.of("role", "member")),
            new Route("GET", "/invites", null),
            new Route("POST", "/invites", Json.of()),
            new Route("DELETE", "/invites/AAAAAAAAAAAAAAAAAAAAAA", null),
            new Route("POST", "/messages/1/reports", Json.of("reason", "spam")),
            new Route("GET", "/reports", null),
            new Route("PATCH", "/reports/1", Json.of("state", "resolved")),
            new Route("DELETE", "/members/root", null),
            new Route("DELETE", "/members/nobody-at-all", null),
            new Route("PUT", "/notify", Json.of("notify", "none")),
            new Route("PUT", "/favourite", Json.of("favourite", true)),
            new Route("GET", "/bans", null),
            new Route("POST", "/bans", Json.of("username", "root")),
            new Route("POST", "/bans", Json.of("username", "nobody-at-all")),
            new Route("DELETE", "/bans/nobody-at-all", null),
            new Route("GET", "/mutes", null),
            new Route("POST", "/mutes", Json.of("username", "root")),
            new Route("DELETE", "/mutes/root", null),
            new Route("GET", "/audit", null),
            new Route("GET", "/log", null),
            new Route("GET", "/log?after=1", null),
            new Route("GET", "/messages", null),
            new Route("GET", "/messages?around=1", null),
            new Route("GET", "/messages/1", null),
            new Route("PATCH", "/messages/1", Json.of("body", "another text")),
            new Route("DELETE", "/messages/1", null),
            new Route("PUT", "/messages/1/reactions/%F0%9F%91%8D", null),
            new Route("DELETE", "/messages/1/reactions/%F0%9F%91%8D", null),
            new Route("GET", "/messages/1/replies", null),
            new Route("GET", "/files", null),
            new Route("GET", "/export", null),
            new Route("GET", "/draft", null),
            new Route("PUT", "/draft", Json.of("body", "half a thought", "revision", 0)),
            new Route("DELETE", "/draft", null),
            new Route("GET", "/pins", null),
            new Route("PUT", "/pins/1", null),
            new Route("DELETE", "/pins/1", null),
            new Route("POST", "/messages", Json.of("clientId", Person.newId(), "body", "hello")),
            new Route("PUT", "/read", Json.of("seq", 1)),
            new Route("PUT", "/delivered", Json.of("seq", 1)),
            new Route("PUT", "/unread", Json.of("seq", 1)));

    Answer call(Rest caller, String room) {
        return caller.call(method, "rooms/" + room + path, body);
    }
}
