package org.parley.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.problems.Code;
import org.parley.problems.Refusal;
import org.parley.system.Configuration;

/**
 * Decides which origins may open sockets and use the refresh cookie. A browser names the origin of the page in
 * {@code Origin}. A request without this header does not come from a page, so there is nothing to check.
 */
@ApplicationScoped
public class Origins {
    private Proxies proxies;
    private Set<String> allowed;

    protected Origins() {}

    @Inject
    public Origins(Configuration configuration, Proxies proxies) {
        this.proxies = proxies;
        allowed = configuration.allowedOrigins().stream().map(Origins::normal).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Refusal {@code forbidden} for a page of another origin */
    public void judge(HttpServletRequest request) {
        String own = normal(proxies.origin(request));
        for (String origin : Collections.list(request.getHeaders("Origin"))) {
            String shown = normal(origin);
            if (shown.isEmpty() || (!shown.equals(own) && !allowed.contains(shown))) {
                throw Refusal.of(Code.FORBIDDEN, "This server does not accept requests from pages of this origin.");
            }
        }
    }

    /**
     * Scheme and host, with the port if it is not the scheme's default. Empty if the text is no origin, as {@code null}
     * is not.
     */
    private static String normal(String origin) {
        try {
            URI uri = new URI(origin);
            if (uri.getHost() == null || uri.getScheme() == null || !origin.endsWith(uri.getRawAuthority())) {
                return "";
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return uri.getRawUserInfo() != null
                    ? ""
                    : scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
        } catch (URISyntaxException malformed) {
            return "";
        }
    }
}
