package org.parley.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.parley.harness.Answer;
import org.parley.harness.Json;
import org.parley.harness.Rest;

/** A route, who is let in, and a request that would succeed. */
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

    /** @param route as {@link Routes} has it */
    Row(String route, Right right) {
        this.route = route;
        this.right = right;
        values.put("room", Scene::room);
        values.put("username", scene -> scene.other().name());
        values.put("seq", scene -> "1");
    }

    Row body(Object... fields) {
        return body(scene -> Json.of(fields));
    }

    Row body(Function<Scene, JsonNode> made) {
        body = made;
        return this;
    }

    /** What stands in the path for {@code {name}}. */
    Row with(String name, Function<Scene, String> value) {
        values.put(name, value);
        return this;
    }

    /** What those who are let in are told all the same. */
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

    /** By a session of its own, which ends with it. */
    Row apart() {
        apart = true;
        return this;
    }

    /** Whoever is let in leaves another room behind than they found. */
    Row spoils() {
        spoils = true;
        return this;
    }

    String route() {
        return route;
    }

    boolean spoiled(Answer answer) {
        return spoils && answer.status() / 100 == 2;
    }

    /** A code, or {@code null} for success. */
    String expected(Who who, Scene scene) {
        String refusal = right.refusal(who, scene.hidden());
        return exceptions.getOrDefault(who, refusal == null ? outcome : refusal);
    }

    Answer call(Who who, Scene scene) {
        int space = route.indexOf(' ');
        String path = route.substring(space + 1);
        for (Map.Entry<String, Function<Scene, String>> value : values.entrySet()) {
            String place = "{" + value.getKey() + "}";
            if (path.contains(place)) {
                path = path.replace(place, value.getValue().apply(scene));
            }
        }
        Rest caller = apart ? scene.apart(who) : scene.as(who);
        return caller.call(route.substring(0, space), path + query, body.apply(scene));
    }

    @Override
    public String toString() {
        return route;
    }
}
