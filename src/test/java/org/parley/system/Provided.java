package org.parley.system;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The objects that the server gives to its beans, for tests of beans outside of it. */
public final class Provided {
    private Provided() {}

    public static ObjectMapper json() {
        return new Provisions().json();
    }
}
