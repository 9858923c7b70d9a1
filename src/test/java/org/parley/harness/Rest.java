package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** REST calls of one client, with its token if it has one. Paths are relative to {@code api/}. */
public class Rest {
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String address;
    private volatile String token;

    public Rest(URI base, String token) {
        this(base, token, null);
    }

    /** @param address the client address to claim, if the server trusts this machine as a proxy, or {@code null} */
    public Rest(URI base, String token, String address) {
        this.base = base;
        this.token = token;
        this.address = address;
    }

    public URI base() {
        return base;
    }

    /** Headers for every request. */
    Map<String, String> ownHeaders() {
        Map<String, String> headers = new HashMap<>();
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (address != null) {
            headers.put("X-Forwarded-For", address);
        }
        return headers;
    }

    String address() {
        return address;
    }

    public String token() {
        return token;
    }

    protected void token(String token) {
        this.token = token;
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer post(String path, JsonNode body) {
        return call("POST", path, body);
    }

    public Answer put(String path, JsonNode body) {
        return call("PUT", path, body);
    }

    public Answer patch(String path, JsonNode body) {
        return call("PATCH", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    public Answer call(String method, String path, JsonNode body) {
        return body == null
                ? raw(method, path, "application/json", BodyPublishers.noBody())
                : raw(method, path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** A call without a body; the test does not wait for its answer now. */
    public CompletableFuture<Answer> later(String method, String path) {
        HttpRequest request = request(method, path, "application/json", BodyPublishers.noBody());
        return HTTP.sendAsync(request, BodyHandlers.ofString()).thenApply(response -> answer(request, response));
    }

    /** Sends any body, also one that is not JSON. */
    public Answer raw(String method, String path, String contentType, BodyPublisher body, String... headers) {
        return send(request(method, path, contentType, body, headers));
    }

    private HttpRequest request(String method, String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("api/" + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body)
                .header("Content-Type", contentType);
        ownHeaders().forEach(request::header);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    public Answer send(HttpRequest request) {
        try {
            return answer(request, HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException unanswered) {
            throw new Unanswered(request, unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Answer answer(HttpRequest request, HttpResponse<String> response) {
        return new Answer(request.method() + " " + request.uri().getRawPath(), response);
    }

    /** The connection broke, so it is unknown whether the request was carried out. */
    public static final class Unanswered extends RuntimeException {
        Unanswered(HttpRequest request, IOException cause) {
            super(request.method() + " " + request.uri() + " got no answer: " + cause, cause);
        }
    }
}
