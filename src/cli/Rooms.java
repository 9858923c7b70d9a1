import java.util.Collections;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bin/parley rooms …} */
@Command(name = "rooms", description = "Rooms: lists them and sets their passwords.")
final class Rooms {
    @ParentCommand
    private Parley parley;

    @Command(description = "Lists rooms.")
    void list(
            @Parameters(paramLabel = "QUERY", arity = "0..1", defaultValue = "", description = "Part of a name.")
                    String query) {
        Table table = new Table("NAME", "KIND", "PASSWORD", "MEMBERS", "OWNER", "TOPIC");
        try (Api api = parley.signIn()) {
            for (Map<?, ?> room : api.all("admin/rooms?query=" + Api.encoded(query), "rooms")) {
                table.row(
                        // A room without a name is found by its id.
                        room.get("name") == null ? room.get("id") : room.get("name"),
                        room.get("kind"),
                        Boolean.TRUE.equals(room.get("hasPassword")) ? "yes" : "no",
                        room.get("memberCount"),
                        room.get("owner"),
                        room.get("topic"));
            }
        }
        table.print(parley.out());
    }

    @Command(description = "Asks for a new password of a room.")
    void password(@Parameters(paramLabel = "ROOM") String room) {
        try (Api api = parley.signIn()) {
            api.call("PATCH", path(room), Map.of("password", parley.asking().newPassword(room)));
        }
        parley.out().println(room + " has the new password");
    }

    @Command(name = "no-password", description = "Takes the password of a room away.")
    void noPassword(@Parameters(paramLabel = "ROOM") String room) {
        try (Api api = parley.signIn()) {
            api.call("PATCH", path(room), Collections.singletonMap("password", null));
        }
        parley.out().println(room + " has no password");
    }

    private static String path(String room) {
        return "rooms/" + Api.encoded(room);
    }
}
