package org.parley.sessions;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.http.Proxies;

/** From where somebody signs in, as the list of their sessions shows it to them. */
record Client(String userAgent, String address) {
    private static final int MOST = 250;

    static Client of(HttpServletRequest request, Proxies proxies) {
        String agent = request.getHeader("User-Agent");
        // All of them, C1 too: a terminal that prints U+009B takes what follows for a command.
        String shown = agent == null ? "" : agent.replaceAll("\\p{Cc}", "");
        return new Client(shown.substring(0, Math.min(shown.length(), MOST)), proxies.address(request));
    }
}
