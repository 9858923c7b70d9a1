import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bin/parley bans …} */
@Command(name = "bans", description = "Bans: keep people out of a room.")
final class Bans {
    private static final Pattern LASTING = Pattern.compile("([1-9]\\d{0,4})([mhd])");

    @ParentCommand
    private Parley parley;

    @Command(description = "Lists the bans of a room.")
    void list(@Parameters(paramLabel = "ROOM") String room) {
        Table table = new Table("USERNAME", "UNTIL", "BY", "REASON");
        try (Api api = parley.signIn()) {
            for (Map<?, ?> ban : api.all(path(room), "bans")) {
                Object until = ban.get("until");
                table.row(ban.get("username"), until == null ? "for good" : until, ban.get("by"), ban.get("reason"));
            }
        }
        table.print(parley.out());
    }

    @Command(description = "Bans somebody for good, until a time, or for a while.")
    void add(
            @Parameters(paramLabel = "ROOM") String room,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", paramLabel = "TEXT", description = "The banned person sees it.") String reason,
            @Option(names = "--until", paramLabel = "TIME", description = "Its end, such as 2030-01-31T12:00:00Z.")
                    String until,
            @Option(names = "--for", paramLabel = "30m|24h|7d", description = "Its length in minutes, hours or days.")
                    String lasting) {
        Map<String, Object> ban = new HashMap<>();
        ban.put("username", name);
        if (reason != null) {
            ban.put("reason", reason);
        }
        ban.put("until", lasting == null ? until : end(lasting, until));
        try (Api api = parley.signIn()) {
            Object ends = api.call("POST", path(room), ban).get("until");
            parley.out().println(name + " is banned from " + room + (ends == null ? "" : " until " + ends));
        }
    }

    private static String end(String lasting, String until) {
        Matcher parts = LASTING.matcher(lasting);
        if (until != null || !parts.matches()) {
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

    @Command(description = "Lets somebody in again.")
    void lift(@Parameters(paramLabel = "ROOM") String room, @Parameters(paramLabel = "NAME") String name) {
        try (Api api = parley.signIn()) {
            api.call("DELETE", path(room) + "/" + Api.encoded(name), null);
        }
        parley.out().println(name + " is not banned from " + room);
    }

    private static String path(String room) {
        return "rooms/" + Api.encoded(room) + "/bans";
    }
}
