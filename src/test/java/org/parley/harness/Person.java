package org.parley.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.UUID;

/** A person with an account who is signed in on one device with one session. */
public final class Person extends Rest {
    public static final String PASSWORD = "correct-horse";

    private final String name;
    private String refreshToken;

    private Person(Rest client, String name, JsonNode session) {
        this(
                client,
                name,
                session.path("accessToken").asText(),
                session.path("refreshToken").asText());
    }

    private Person(Rest client, String name, String token, String refreshToken) {
        super(client.base(), token, client.address());
        this.name = name;
        this.refreshToken = refreshToken;
    }

    public static Person register(URI base, String name) {
        return register(new Rest(base, null), name);
    }

    public static Person register(Rest client, String name) {
        JsonNode session = client.post(
                        "auth/register", Json.of("username", name, "password", PASSWORD, "cookie", false))
                .expect(201);
        return new Person(client, name, session);
    }

    public static Person signIn(URI base, String name, String password) {
        return signIn(new Rest(base, null), name, password);
    }

    private static Person signIn(Rest client, String name, String password) {
        return new Person(client, name, askToSignIn(client, name, password).expect(200));
    }

    private static Answer askToSignIn(Rest client, String name, String password) {
        return client.post("auth/login", Json.of("username", name, "password", password, "cookie", false));
    }

    public String name() {
        return name;
    }

    public String refreshToken() {
        return refreshToken;
    }

    /** The same person on another device with a new session. */
    public Person elsewhere() {
        return elsewhere(askToSignIn());
    }

    /** Asks for a session on another device, and returns any answer. */
    Answer askToSignIn() {
        return askToSignIn(new Rest(base(), null, address()), name, PASSWORD);
    }

    /** The same person with the session that {@link #askToSignIn()} got. */
    Person elsewhere(Answer signedIn) {
        return new Person(new Rest(base(), null, address()), name, signedIn.expect(200));
    }

    /** The same device, with its server behind a wire. */
    public Person by(Wire wire) {
        return new Person(new Rest(wire.base(), null), name, token(), refreshToken);
    }

    /** Gets new tokens, as a client does after its access token has expired. */
    public void refresh() {
        JsonNode session = new Rest(base(), null)
                .post("auth/refresh", Json.of("refreshToken", refreshToken, "cookie", false))
                .expect(200);
        token(session.path("accessToken").asText());
        refreshToken = session.path("refreshToken").asText();
    }

    /** A socket on {@code live/rooms}; its greeting is already read. */
    public LiveSocket socket() {
        return LiveSocket.open(this, "live/rooms");
    }

    /** A socket on {@code live/private}; its greeting is already read. */
    public LiveSocket privateSocket() {
        return LiveSocket.open(this, "live/private");
    }

    /** Creates a public room with this person as its owner; returns its name. */
    public String createRoom(String name) {
        return post("rooms", Json.of("name", name, "visibility", "public"))
                .expect(201)
                .path("name")
                .asText();
    }

    public void join(String room) {
        Answer answer = post("rooms/" + room + "/members", Json.of());
        if (answer.status() != 200) {
            answer.expect(201);
        }
    }

    /** Posts a message by REST; returns it as it was stored. */
    public JsonNode post(String room, String body) {
        return post("rooms/" + room + "/messages", Json.of("clientId", newId(), "body", body))
                .expect(201);
    }

    /** Posts a private message by REST; returns it as it was stored. */
    public JsonNode write(Person to, String body) {
        return post("direct/" + to.name() + "/messages", Json.of("clientId", newId(), "body", body))
                .expect(201);
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }
}
