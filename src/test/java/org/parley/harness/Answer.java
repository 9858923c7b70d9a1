package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/** The answer to a REST call. */
public record Answer(String request, HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public JsonNode json() {
        return text().isEmpty() ? MissingNode.getInstance() : Json.read(text());
    }

    /** The contract's error code, or nothing. */
    public String code() {
        return json().path("code").asText("");
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body, if the status is this one. */
    public JsonNode expect(int status) {
        if (status() != status) {
            throw new AssertionError(this + ", expected " + status);
        }
        return json();
    }

    /** The problem document, if the answer is this refusal with all that belongs to one. */
    public JsonNode refused(int status, String code) {
        JsonNode problem = expect(status);
        boolean complete = problem.path("status").asInt() == status
                && problem.path("type").isTextual()
                && problem.path("title").isTextual()
                && problem.path("detail").isTextual()
                && problem.path("instance").isTextual()
                && header("Content-Type").orElse("").startsWith("application/problem+json");
        if (!code.equals(code()) || !complete) {
            throw new AssertionError(this + ", expected a problem document with " + code);
        }
        return problem;
    }

    @Override
    public String toString() {
        String body = text().length() > 600 ? text().substring(0, 600) + "…" : text();
        return request + " was answered " + status() + " " + body;
    }
}
