package org.parley.system;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What the server provides its beans with, for tests of beans outside of it. */
public final class Provided {
    private Provided() {}

    public static ObjectMapper json() {
        return new Provisions().json();
    }
}
