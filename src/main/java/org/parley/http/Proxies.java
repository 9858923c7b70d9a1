package org.parley.http;

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
 * How the client sent a request, before proxies passed it on. {@code X-Forwarded-*} headers count only from trusted
 * proxies, because any client can write them. A configured public URL decides scheme and host; addresses still come
 * from the headers.
 */
@ApplicationScoped
public class Proxies {
    /** An address with a port: some load balancers add their client's port. */
    private static final Pattern PORT = Pattern.compile("^\\[([^]]+)](?::\\d+)?$|^((?:\\d{1,3}\\.){3}\\d{1,3}):\\d+$");

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    /** Matches only literal addresses, never a host name: so Java does no name lookup. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "|(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

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

    /** Parses a literal address. Names are refused: a request must not make the server ask a name server. */
    private static Optional<InetAddress> parsed(String address) {
        try {
            return ADDRESS.matcher(address).matches() ? Optional.of(InetAddress.getByName(address)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** The address that sent the request: the last one in the chain that is not a trusted proxy, in one normal form. */
    public String address(HttpServletRequest request) {
        String address = sent(request);
        return parsed(address).map(InetAddress::getHostAddress).orElse(address);
    }

    private String sent(HttpServletRequest request) {
        List<String> hops = hops(request);
        int passed = passed(request, hops);
        return passed == 0 ? request.getRemoteAddr() : hops.get(hops.size() - passed);
    }

    /** How many of the last hops to believe: those that a trusted proxy reported. */
    private int passed(HttpServletRequest request, List<String> hops) {
        String address = request.getRemoteAddr();
        int passed = 0;
        while (passed < hops.size() && trusted(address)) {
            address = hops.get(hops.size() - passed - 1);
            if (parsed(address).isEmpty()) {
                break;
            }
            passed++;
        }
        return passed;
    }

    private static List<String> hops(HttpServletRequest request) {
        return values(request, "X-Forwarded-For").stream()
                .map(hop -> PORT.matcher(hop).replaceFirst("$1$2"))
                .toList();
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::trim)
                .toList();
    }

    private boolean trusted(String address) {
        return parsed(address).filter(trusted::contains).isPresent();
    }

    /** Whether people reach the server by https. */
    public boolean secure(HttpServletRequest request) {
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

    /** The URL of the page, with a slash at its end. */
    public String root(HttpServletRequest request) {
        return origin(request) + path(request) + "/";
    }

    /**
     * The value that the trusted proxy nearest to the client wrote. Proxies may append to this header, as they do to
     * {@code X-Forwarded-For}. Earlier values come from the client and do not count.
     */
    private String forwarded(HttpServletRequest request, String header, String otherwise) {
        if (!trusted(request.getRemoteAddr())) {
            return otherwise;
        }
        List<String> said = values(request, header).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        int behind = Math.max(1, passed(request, hops(request)));
        return said.isEmpty() ? otherwise : said.get(Math.max(0, said.size() - behind));
    }

    /** The path of the application as people see it: empty, or with a leading slash and no trailing one. */
    public String path(HttpServletRequest request) {
        return publicUrl
                .map(url -> url.getRawPath().replaceAll("/+$", ""))
                .filter(path -> !path.isEmpty())
                .orElse(request.getContextPath());
    }
}
