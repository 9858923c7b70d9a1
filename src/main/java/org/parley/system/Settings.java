package org.parley.system;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads and checks the {@code parley.*} keys of MicroProfile Config. One bad value stops the start with one line. */
final class Settings {
    private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,5})/(\\d{1,5}(?:\\.\\d{1,3})?)");
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})(?: ?([KMG])iB)?");
    private static final String UNITS = " KMG";
    private static final int MOST_MIB = 1 << 10;
    /** Of all files of a user: a TiB. */
    private static final int MOST_MIB_OF_USER = 1 << 20;
    /** In KiB. For a moment Argon2 uses three times as much, out of a heap of 1 GiB. */
    private static final int MOST_PASSWORD_MEMORY = 1 << 16;

    private final Config config;

    private Settings(Config config) {
        this.config = config;
    }

    /**
     * @throws BadSetting if a value is out of its range, or if a configuration source has an unknown {@code parley.}
     *     key
     */
    static Configuration read() {
        return read(ConfigProvider.getConfig());
    }

    static Configuration read(Config config) {
        SettingNames.judge(config);
        return new Settings(config).configuration();
    }

    private Configuration configuration() {
        Path dataFolder = Path.of(text("parley.data.dir").orElse("parley-data"))
                .toAbsolutePath()
                .normalize();
        return new Configuration(
                database(dataFolder),
                dataFolder,
                publicUrl(),
                list("parley.trusted.proxies"),
                origins(),
                admin(),
                onOrOff("parley.rate.limits"),
                limits(),
                counts(),
                text("parley.jwt.key"),
                passwordMemory(),
                committers(),
                files(dataFolder));
    }

    private Configuration.Database database(Path dataFolder) {
        String url = text("parley.db.url").orElse("jdbc:h2:file:" + dataFolder.resolve("parley"));
        if (!url.matches("jdbc:(h2|mysql|mariadb):.+")) {
            throw new BadSetting("parley.db.url", "must begin with jdbc:h2:, jdbc:mariadb: or jdbc:mysql:");
        }
        return new Configuration.Database(
                url,
                text("parley.db.user").orElse("sa"),
                text("parley.db.password").orElse(""));
    }

    private Optional<URI> publicUrl() {
        return text("parley.public.url").map(value -> webAddress("parley.public.url", value));
    }

    private List<String> origins() {
        List<String> origins = list("parley.allowed.origins");
        for (String origin : origins) {
            URI uri = webAddress("parley.allowed.origins", origin);
            if (!uri.getRawPath().isEmpty()) {
                throw new BadSetting("parley.allowed.origins", "must be scheme://host[:port] without a path");
            }
        }
        return origins;
    }

    private static URI webAddress(String key, String value) {
        try {
            URI uri = URI.create(value);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new BadSetting(key, "is not a valid URL");
        }
        throw new BadSetting(key, "must begin with http:// or https:// and a host");
    }

    private Optional<Configuration.Admin> admin() {
        Optional<String> username = text("parley.admin.username");
        Optional<String> password = text("parley.admin.password");
        if (username.isPresent() != password.isPresent()) {
            throw new BadSetting("parley.admin.username", "and parley.admin.password must be set together");
        }
        if (password.isPresent()
                && (password.get().length() < 8 || password.get().length() > 128)) {
            throw new BadSetting("parley.admin.password", "must have 8 to 128 characters");
        }
        return username.map(name -> new Configuration.Admin(name, password.orElseThrow()));
    }

    private boolean onOrOff(String key) {
        String value = text(key).orElse("on");
        if (!value.equals("on") && !value.equals("off")) {
            throw new BadSetting(key, "must be on or off");
        }
        return value.equals("on");
    }

    private Map<FloodLimits.Kind, FloodLimits.Rate> limits() {
        Map<FloodLimits.Kind, FloodLimits.Rate> limits = new EnumMap<>(FloodLimits.Kind.class);
        for (FloodLimits.Kind kind : FloodLimits.Kind.values()) {
            limits.put(
                    kind, text(kind.key()).map(value -> rate(kind.key(), value)).orElse(kind.usual()));
        }
        return limits;
    }

    private static FloodLimits.Rate rate(String key, String value) {
        Matcher parts = RATE.matcher(value);
        Duration period = parts.matches()
                ? Duration.ofMillis(
                        new BigDecimal(parts.group(2)).movePointRight(3).longValue())
                : Duration.ZERO;
        if (period.isZero()) {
            throw new BadSetting(key, "must be a burst and a period in seconds, such as 10/0.5");
        }
        return new FloodLimits.Rate(Long.parseLong(parts.group(1)), period);
    }

    private Map<CountLimits.Kind, Integer> counts() {
        Map<CountLimits.Kind, Integer> counts = new EnumMap<>(CountLimits.Kind.class);
        for (CountLimits.Kind kind : CountLimits.Kind.values()) {
            counts.put(
                    kind,
                    text(kind.key()).map(value -> count(kind.key(), value)).orElse(kind.usual()));
        }
        return counts;
    }

    private static int count(String key, String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new BadSetting(key, "must be a whole number from 1 to 999999");
        }
        return Integer.parseInt(value);
    }

    private int passwordMemory() {
        String value = text("parley.password.memory").orElse(Integer.toString(Configuration.PASSWORD_MEMORY));
        if (!value.matches("[1-9]\\d{1,4}") || Integer.parseInt(value) > MOST_PASSWORD_MEMORY) {
            throw new BadSetting("parley.password.memory", "must be a whole number of KiB from 10 to 65536");
        }
        return Integer.parseInt(value);
    }

    private int committers() {
        String value = text("parley.committers").orElse("2");
        if (!value.matches("[1-9]|1[0-6]")) {
            throw new BadSetting("parley.committers", "must be a whole number from 1 to 16");
        }
        return Integer.parseInt(value);
    }

    private Configuration.Files files(Path dataFolder) {
        Path folder = text("parley.files.dir")
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .orElse(dataFolder.resolve("files"));
        return new Configuration.Files(
                folder,
                octets("parley.attachments.max-size", MOST_MIB).orElse(Configuration.Files.MOST_OCTETS),
                octets("parley.imports.max-size", MOST_MIB).orElse(Configuration.Files.MOST_OCTETS_OF_ROOM),
                octets("parley.attachments.max-per-user", MOST_MIB_OF_USER));
    }

    private Optional<Long> octets(String key, int mostMib) {
        return text(key).map(value -> octets(key, value, mostMib));
    }

    private static long octets(String key, String value, int mostMib) {
        Matcher parts = SIZE.matcher(value);
        long octets = 0;
        if (parts.matches()) {
            int unit = parts.group(2) == null ? 0 : UNITS.indexOf(parts.group(2));
            octets = Long.parseLong(parts.group(1)) << (10 * unit);
        }
        if (octets < 1 || octets > (long) mostMib << 20) {
            throw new BadSetting(key, "must be a size up to " + mostMib + " MiB, such as 10 MiB");
        }
        return octets;
    }

    private List<String> list(String key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
