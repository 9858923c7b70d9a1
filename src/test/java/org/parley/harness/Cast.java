package org.parley.harness;

import java.security.SecureRandom;

/**
 * The people and places of one test, under unique names: ann owns, bob is a member, cem is banned, dora is an outsider,
 * and root is an administrator.
 */
public final class Cast {
    public static final String ROOT_NAME = "root";
    public static final String ROOT_PASSWORD = "root-of-all-evil";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without vowels, to avoid words, and without letters that look alike, because names with one skeleton collide. */
    private static final String LETTERS = "bcdfghjkpqstxz";

    private final RunningServer server;
    private final String suffix;

    public Cast(RunningServer server) {
        this.server = server;
        StringBuilder letters = new StringBuilder("-");
        for (int i = 0; i < 8; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        this.suffix = letters.toString();
    }

    /** On the server that all tests share. */
    public static Cast onSharedServer() {
        return new Cast(SharedServer.get());
    }

    public RunningServer server() {
        return server;
    }

    /** A name for a person or a room that only this test uses. */
    public String unique(String name) {
        return name + suffix;
    }

    public Person register(String name) {
        return Person.register(server.base(), unique(name));
    }

    public Person ann() {
        return register("ann");
    }

    public Person bob() {
        return register("bob");
    }

    public Person cem() {
        return register("cem");
    }

    public Person dora() {
        return register("dora");
    }

    public Person root() {
        return Person.signIn(server.base(), ROOT_NAME, ROOT_PASSWORD);
    }

    public Rest stranger() {
        return new Rest(server.base(), null);
    }
}
