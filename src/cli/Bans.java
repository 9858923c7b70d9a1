import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code bin/parley bans …} */
final class Bans {
    private static final Pattern LASTING = Pattern.compile("([1-9]\\d{0,4})([mhd])");

    private Bans() {}

    /** @return {@code null} if there is none of this name */
    static Parley.Command command(String verb) {
        return switch (verb) {
            case "list" -> Parley.Command.of(1, Bans::list);
            case "add" -> Parley.Command.of(2, Bans::add, "--reason", "--until", "--for");
            case "lift" -> Parley.Command.of(2, Bans::lift);
            default -> null;
        };
    }

    private static void list(Api api, Options options, List<String> words) {
        Table table = new Table("USERNAME", "UNTIL", "BY", "REASON");
        for (Map<?, ?> ban : api.all(path(words), "bans")) {
            Object until = ban.get("until");
            table.row(ban.get("username"), until == null ? "for good" : until, ban.get("by"), ban.get("reason"));
        }
        table.print();
    }

    private static void add(Api api, Options options, List<String> words) {
        Map<String, Object> ban = new HashMap<>();
        ban.put("username", words.get(1));
        options.value("--reason").ifPresent(reason -> ban.put("reason", reason));
        ban.put("until", until(options));
        Object ends = api.call("POST", path(words), ban).get("until");
        System.out.println(words.get(1) + " is banned from " + words.get(0) + (ends == null ? "" : " until " + ends));
    }

    /** @return {@code null} for good */
    private static String until(Options options) {
        String lasting = options.value("--for").orElse(null);
        if (lasting == null) {
            return options.value("--until").orElse(null);
        }
        Matcher parts = LASTING.matcher(lasting);
        if (options.value("--until").isPresent() || !parts.matches()) {
            throw new Parley.Misused("--for takes minutes, hours or days, such as 30m, 24h or 7d, and no --until");
        }
        Duration unit =
                switch (parts.group(2)) {
                    case "m" -> Duration.ofMinutes(1);
                    case "h" -> Duration.ofHours(1);
                    default -> Duration.ofDays(1);
                };
        return Instant.now()
                .plus(unit.multipliedBy(Long.parseLong(parts.group(1))))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static void lift(Api api, Options options, List<String> words) {
        api.call("DELETE", path(words) + "/" + Api.encoded(words.get(1)), null);
        System.out.println(words.get(1) + " is not banned from " + words.get(0));
    }

    private static String path(List<String> words) {
        return "rooms/" + Api.encoded(words.get(0)) + "/bans";
    }
}
