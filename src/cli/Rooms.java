import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code bin/parley rooms …} */
final class Rooms {
    private Rooms() {}

    /** @return {@code null} if there is none of this name */
    static Parley.Command command(String verb) {
        return switch (verb) {
            case "list" -> new Parley.Command(0, 1, List.of(), Rooms::list);
            case "password" -> Parley.Command.of(1, Rooms::password);
            case "no-password" -> Parley.Command.of(1, Rooms::noPassword);
            default -> null;
        };
    }

    private static void list(Api api, Options options, List<String> words) {
        String query = words.isEmpty() ? "" : words.get(0);
        Table table = new Table("NAME", "KIND", "PASSWORD", "MEMBERS", "OWNER", "TOPIC");
        for (Map<?, ?> room : api.all("admin/rooms?query=" + Api.encoded(query), "rooms")) {
            table.row(
                    room.get("name"),
                    room.get("kind"),
                    Boolean.TRUE.equals(room.get("hasPassword")) ? "yes" : "no",
                    room.get("memberCount"),
                    room.get("owner"),
                    room.get("topic"));
        }
        table.print();
    }

    private static void password(Api api, Options options, List<String> words) {
        String password = Asking.newPassword(words.get(0));
        api.call("PATCH", path(words), Map.of("password", password));
        System.out.println(words.get(0) + " has the new password");
    }

    private static void noPassword(Api api, Options options, List<String> words) {
        api.call("PATCH", path(words), Collections.singletonMap("password", null));
        System.out.println(words.get(0) + " has no password");
    }

    private static String path(List<String> words) {
        return "rooms/" + Api.encoded(words.get(0));
    }
}
