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
 * Whose pages may open sockets and use the refresh cookie. A browser says by {@code Origin} which page asks; without it
 * no page does, and there is nothing to judge.
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

    /** @throws Refusal {@code forbidden} for a page from elsewhere */
    public void judge(HttpServletRequest request) {
        String own = normal(proxies.origin(request));
        for (String origin : Collections.list(request.getHeaders("Origin"))) {
            String shown = normal(origin);
            if (shown.isEmpty() || (!shown.equals(own) && !allowed.contains(shown))) {
                throw Refusal.of(Code.FORBIDDEN, "Pages of this origin may not do this.");
            }
        }
    }

    /** Scheme, host, and port unless it is the scheme's own; empty for what is no origin, {@code null} among others. */
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
