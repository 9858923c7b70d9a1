package org.parley.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.system.BadSetting;
import org.parley.system.Configuration;

/**
 * A request as its sender made it, before proxies passed it on. {@code X-Forwarded-*} only counts from trusted proxies,
 * because anybody can write it; where a public URL is configured, that decides instead.
 */
@ApplicationScoped
public class Proxies {
    /** Some balancers name the port of their client, too. */
    private static final Pattern PORT = Pattern.compile("^\\[([^]]+)](?::\\d+)?$|^((?:\\d{1,3}\\.){3}\\d{1,3}):\\d+$");

    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private Set<InetAddress> trusted;
    private Optional<URI> publicUrl;

    protected Proxies() {}

    @Inject
    public Proxies(Configuration configuration) {
        trusted = configuration.trustedProxies().stream()
                .map(Proxies::configured)
                .collect(Collectors.toUnmodifiableSet());
        publicUrl = configuration.publicUrl();
    }

    private static InetAddress configured(String address) {
        return parsed(address)
                .orElseThrow(() -> new BadSetting("parley.trusted.proxies", "has no address: " + address));
    }

    /** Names are not looked up: a request must not make the server ask a name server. */
    private static Optional<InetAddress> parsed(String address) {
        try {
            return ADDRESS.matcher(address).matches() ? Optional.of(InetAddress.getByName(address)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** The address that sent the request: the last one that is no trusted proxy. Each is always written the same way. */
    public String address(HttpServletRequest request) {
        String address = sent(request);
        return parsed(address).map(InetAddress::getHostAddress).orElse(address);
    }

    private String sent(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        List<String> hops = hops(request);
        for (int hop = hops.size() - 1; hop >= 0 && trusted(address); hop--) {
            if (parsed(hops.get(hop)).isEmpty()) {
                break;
            }
            address = hops.get(hop);
        }
        return address;
    }

    private static List<String> hops(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(hop -> PORT.matcher(hop.trim()).replaceFirst("$1$2"))
                .toList();
    }

    private boolean trusted(String address) {
        return parsed(address).filter(trusted::contains).isPresent();
    }

    /** Whether people come by https. */
    boolean secure(HttpServletRequest request) {
        return origin(request).startsWith("https:");
    }

    /** Scheme, host and port by which people reach this server. */
    String origin(HttpServletRequest request) {
        if (publicUrl.isPresent()) {
            return publicUrl.get().getScheme() + "://" + publicUrl.get().getRawAuthority();
        }
        String host = forwarded(request, "X-Forwarded-Host", request.getHeader("Host"));
        String port = forwarded(request, "X-Forwarded-Port", null);
        boolean named = port == null || host == null || host.matches(".*:\\d+");
        return forwarded(request, "X-Forwarded-Proto", request.getScheme()) + "://"
                + (named ? host : host + ":" + port);
    }

    /** Where people have the page, with a slash at its end. */
    public String root(HttpServletRequest request) {
        return origin(request) + path(request) + "/";
    }

    private String forwarded(HttpServletRequest request, String header, String otherwise) {
        String value = trusted(request.getRemoteAddr()) ? request.getHeader(header) : null;
        return value == null ? otherwise : value.split(",")[0].trim();
    }

    /** The path under which people see the application: empty, or with a leading slash and no trailing one. */
    String path(HttpServletRequest request) {
        return publicUrl
                .map(url -> url.getRawPath().replaceAll("/+$", ""))
                .filter(path -> !path.isEmpty())
                .orElse(request.getContextPath());
    }
}
