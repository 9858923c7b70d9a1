package org.parley.sessions;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.http.Proxies;

/** The browser and address of a sign-in, as shown in the list of the person's own sessions. */
record Client(String userAgent, String address) {
    private static final int MOST = 250;

    static Client of(HttpServletRequest request, Proxies proxies) {
        String agent = request.getHeader("User-Agent");
        // Remove all control characters, also C1: a terminal that prints U+009B takes what follows for a command.
        String shown = agent == null ? "" : agent.replaceAll("\\p{Cc}", "");
        return new Client(shown.substring(0, Math.min(shown.length(), MOST)), proxies.address(request));
    }
}
