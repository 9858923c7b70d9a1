package org.parley.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Rest;

/** A route, the people who may call it, and a request that would succeed. */
final class Row {
    private final String route;
    private final Right right;
    private final Map<String, Function<Scene, String>> values = new HashMap<>();
    private final Map<Who, String> exceptions = new EnumMap<>(Who.class);
    private Function<Scene, JsonNode> body = scene -> null;
    private String outcome;
    private boolean apart;
    private boolean spoils;
    private String query = "";

    /** @param route in the form of {@link Routes} */
    Row(String route, Right right) {
        this.route = route;
        this.right = right;
        values.put("room", Scene::room);
        values.put("username", scene -> scene.other().name());
        values.put("seq", scene -> "1");
        values.put("emoji", scene -> "%F0%9F%91%8D");
    }

    Row body(Object... fields) {
        return body(scene -> Json.of(fields));
    }

    Row body(Function<Scene, JsonNode> made) {
        body = made;
        return this;
    }

    /** The value in the path for {@code {name}}. */
    Row with(String name, Function<Scene, String> value) {
        values.put(name, value);
        return this;
    }

    /** The error code that people with the right get all the same. */
    Row answers(String code) {
        outcome = code;
        return this;
    }

    Row but(Who who, String code) {
        exceptions.put(who, code);
        return this;
    }

    Row query(String asked) {
        query = asked;
        return this;
    }

    /** Uses a separate session, because the request ends it. */
    Row apart() {
        apart = true;
        return this;
    }

    /** A permitted request changes the room, so the next one needs a new room. */
    Row spoils() {
        spoils = true;
        return this;
    }

    String route() {
        return route;
    }

    /** Whether the room of the scene decides what the answer is. */
    boolean leadsToARoom() {
        return route.contains("{room}") || route.contains("{code}") || right == Right.SHOWN;
    }

    boolean spoiled(Answer answer) {
        return spoils && answer.status() / 100 == 2;
    }

    /** The expected code, or {@code null} for success. */
    String expected(Who who, Scene scene) {
        String refusal = right.refusal(who, scene.hidden());
        return exceptions.getOrDefault(who, refusal == null ? outcome : refusal);
    }

    Answer call(Who who, Scene scene) {
        return call(apart ? scene.apart(who) : scene.as(who), scene);
    }

    Answer call(Rest caller, Scene scene) {
        int space = route.indexOf(' ');
        String path = route.substring(space + 1);
        for (Map.Entry<String, Function<Scene, String>> value : values.entrySet()) {
            String place = "{" + value.getKey() + "}";
            if (path.contains(place)) {
                path = path.replace(place, value.getValue().apply(scene));
            }
        }
        return caller.call(route.substring(0, space), path + query, body.apply(scene));
    }

    @Override
    public String toString() {
        return route;
    }
}
