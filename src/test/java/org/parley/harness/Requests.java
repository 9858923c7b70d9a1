package org.parley.harness;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.system.Configuration;
import org.parley.system.CountLimits;
import org.parley.system.FloodLimits;

/** Requests as a container would pass them on, and the configuration that the tests use. */
public final class Requests {
    private Requests() {}

    /** @param headers alternating names and values; {@code Cookie} and {@code Content-Type} count too */
    public static HttpServletRequest from(String address, String... headers) {
        return Stub.of(
                HttpServletRequest.class,
                Map.of(
                        "getRemoteAddr", none -> address,
                        "getScheme", none -> "http",
                        "getContextPath", none -> "/chat",
                        "getContentType", none -> first(headers, "Content-Type"),
                        "getHeader", name -> first(headers, (String) name[0]),
                        "getHeaders", name -> Collections.enumeration(all(headers, (String) name[0])),
                        "getCookies", none -> cookies(headers)));
    }

    private static List<String> all(String[] headers, String name) {
        return java.util.stream.IntStream.range(0, headers.length / 2)
                .filter(pair -> headers[2 * pair].equalsIgnoreCase(name))
                .mapToObj(pair -> headers[2 * pair + 1])
                .toList();
    }

    private static String first(String[] headers, String name) {
        return all(headers, name).stream().findFirst().orElse(null);
    }

    private static Cookie[] cookies(String[] headers) {
        String line = first(headers, "Cookie");
        return line == null
                ? null
                : Arrays.stream(line.split("; "))
                        .map(cookie -> cookie.split("=", 2))
                        .map(cookie -> new Cookie(cookie[0], cookie[1]))
                        .toArray(Cookie[]::new);
    }

    public static Configuration configuration(String publicUrl, List<String> proxies, List<String> origins) {
        return configuration(Path.of("nowhere"), publicUrl, proxies, origins, null);
    }

    public static Configuration configuration(Path dataFolder, String key) {
        return configuration(dataFolder, null, List.of(), List.of(), key);
    }

    /** Limits with {@code atOnce} tokens each, which do not come back during a test. */
    public static FloodLimits limits(int atOnce) {
        Map<FloodLimits.Kind, FloodLimits.Rate> rates = new EnumMap<>(FloodLimits.Kind.class);
        for (FloodLimits.Kind kind : FloodLimits.Kind.values()) {
            rates.put(kind, new FloodLimits.Rate(atOnce, Duration.ofDays(1)));
        }
        return new FloodLimits(configuration(Path.of("nowhere"), null, List.of(), List.of(), null, rates));
    }

    private static Configuration configuration(
            Path dataFolder, String publicUrl, List<String> proxies, List<String> origins, String key) {
        return configuration(dataFolder, publicUrl, proxies, origins, key, Map.of());
    }

    private static Configuration configuration(
            Path dataFolder,
            String publicUrl,
            List<String> proxies,
            List<String> origins,
            String key,
            Map<FloodLimits.Kind, FloodLimits.Rate> rates) {
        return new Configuration(
                new Configuration.Database("jdbc:h2:mem:none", "sa", ""),
                dataFolder,
                Optional.ofNullable(publicUrl).map(URI::create),
                proxies,
                origins,
                Optional.empty(),
                true,
                rates,
                Arrays.stream(CountLimits.Kind.values())
                        .collect(Collectors.toMap(kind -> kind, CountLimits.Kind::usual)),
                Optional.ofNullable(key),
                Configuration.PASSWORD_MEMORY,
                2,
                new Configuration.Files(
                        Path.of("nowhere"),
                        Configuration.Files.MOST_OCTETS,
                        Configuration.Files.MOST_OCTETS_OF_ROOM,
                        Optional.empty()));
    }
}
