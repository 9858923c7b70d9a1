import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's REST interface, for as long as one command takes. */
final class Api implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI base;
    private String token;

    private Api(URI base) {
        this.base = base;
    }

    static Api signedIn(Parley parley) {
        Api api = new Api(address(parley.url()));
        api.warn(parley.error());
        Map<?, ?> session = api.call(
                "POST",
                "auth/login",
                Map.of("username", parley.username(), "password", parley.password(), "cookie", false));
        api.token = (String) session.get("accessToken");
        return api;
    }

    private static URI address(String url) {
        try {
            URI base = URI.create(url);
            if (base.getHost() != null && List.of("http", "https").contains(base.getScheme())) {
                return base;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new Parley.Misused("'" + url + "' is no address of a server");
    }

    private void warn(PrintWriter error) {
        if (readable(base)) {
            error.println(
                    "parley: warning: " + base.getHost()
                            + " is not on this machine and the address is not https, so others on the way can read your password");
        }
    }

    /** Whether passwords would cross a network as plain text. Looks no name up: a resolver may answer anything. */
    static boolean readable(URI address) {
        String host = address.getHost();
        return "http".equals(address.getScheme())
                && !host.equalsIgnoreCase("localhost")
                && !host.matches("127(\\.\\d{1,3}){3}")
                && !host.matches("\\[[0:]*:0*1\\]");
    }

    /** Leaves no session behind. */
    @Override
    public void close() {
        try {
            call("POST", "auth/logout", Map.of());
        } catch (Parley.Refused over) {
            // The command itself has ended it, or the server went away after it had answered.
        }
    }

    /** Ends a session that came with an account that was made. */
    void end(Object accessToken) {
        String own = token;
        token = (String) accessToken;
        try {
            call("POST", "auth/logout", Map.of());
        } finally {
            token = own;
        }
    }

    /**
     * @param path below {@code api/}
     * @param body {@code null} for none
     * @return the answer's object; an empty one where there is none
     */
    Map<?, ?> call(String method, String path, Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("api/" + path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(written(body)))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= 300) {
            throw refusal(answer);
        }
        return answer.body().isEmpty() ? Map.of() : object(answer).orElseThrow(() -> strange(answer));
    }

    private static String written(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException nothingInItIsStrange) {
            throw new IllegalStateException(nothingInItIsStrange);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new Parley.Refused(base + " does not answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Parley.Refused("interrupted");
        }
    }

    private static Parley.Refused refusal(HttpResponse<String> answer) {
        return object(answer)
                .filter(problem -> problem.get("detail") != null)
                .map(problem -> new Parley.Refused(problem.get("detail") + " (" + problem.get("code") + ")"))
                .orElseGet(() -> strange(answer));
    }

    private static Optional<Map<?, ?>> object(HttpResponse<String> answer) {
        try {
            return Optional.ofNullable(JSON.readValue(answer.body(), Map.class));
        } catch (JsonProcessingException noObject) {
            return Optional.empty();
        }
    }

    /** Somebody else has answered: a proxy, or another server. */
    private static Parley.Refused strange(HttpResponse<String> answer) {
        return new Parley.Refused("the server answered " + answer.statusCode() + "; is this Parley's address?");
    }

    /** All pages of a list. */
    List<Map<?, ?>> all(String path, String list) {
        List<Map<?, ?>> rows = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor == null ? "" : "&cursor=" + encoded(cursor);
            Map<?, ?> page = call("GET", path + (path.contains("?") ? "&" : "?") + "limit=200" + from, null);
            ((List<?>) page.get(list)).forEach(row -> rows.add((Map<?, ?>) row));
            cursor = (String) page.get("next");
        } while (cursor != null);
        return rows;
    }

    /** A part of a path or a query. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
