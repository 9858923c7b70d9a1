import java.util.List;
import java.util.Map;

/** {@code bin/parley accounts …} */
final class Accounts {
    private Accounts() {}

    /** @return {@code null} if there is none of this name */
    static Parley.Command command(String verb) {
        return switch (verb) {
            case "list" -> new Parley.Command(0, 1, List.of("--filter"), Accounts::list);
            case "make" -> Parley.Command.of(1, Accounts::make, "--display-name");
            case "password" -> Parley.Command.of(1, Accounts::password);
            case "disable" -> changing(Map.of("disabled", true), "disabled");
            case "enable" -> changing(Map.of("disabled", false), "enabled");
            case "admin" -> changing(Map.of("role", "admin"), "an administrator");
            case "no-admin" -> changing(Map.of("role", "user"), "no administrator");
            case "sessions" -> Parley.Command.of(1, Accounts::sessions);
            case "sign-out" -> Parley.Command.of(1, Accounts::signOut);
            default -> null;
        };
    }

    private static void list(Api api, Options options, List<String> words) {
        String query = words.isEmpty() ? "" : words.get(0);
        String filter = options.value("--filter").orElse("all");
        Table table = new Table("USERNAME", "NAME", "ROLE", "STATE", "PRESENCE", "LAST SEEN");
        for (Map<?, ?> user :
                api.all("admin/users?query=" + Api.encoded(query) + "&filter=" + Api.encoded(filter), "users")) {
            table.row(
                    user.get("username"),
                    user.get("displayName"),
                    user.get("role"),
                    Boolean.TRUE.equals(user.get("disabled")) ? "disabled" : "enabled",
                    user.get("presence"),
                    user.get("lastSeenAt"));
        }
        table.print();
    }

    /** Whoever registers is signed in, which here is nobody's wish. */
    private static void make(Api api, Options options, List<String> words) {
        String name = words.get(0);
        Map<?, ?> session = api.call(
                "POST",
                "auth/register",
                Map.of(
                        "username",
                        name,
                        "password",
                        Asking.newPassword(name),
                        "displayName",
                        options.value("--display-name").orElse(""),
                        "cookie",
                        false));
        api.end(session.get("accessToken"));
        System.out.println(name + " has an account");
    }

    private static void password(Api api, Options options, List<String> words) {
        api.call("PATCH", path(words), Map.of("password", Asking.newPassword(words.get(0))));
        System.out.println(words.get(0) + " has the new password, and no session");
    }

    private static Parley.Command changing(Map<String, ?> change, String done) {
        return Parley.Command.of(1, (api, options, words) -> {
            Map<?, ?> user = api.call("PATCH", path(words), change);
            System.out.println(user.get("username") + " is " + done);
        });
    }

    private static void sessions(Api api, Options options, List<String> words) {
        Table table = new Table("LAST USED", "SINCE", "ADDRESS", "DEVICE");
        for (Map<?, ?> session : api.all(path(words) + "/sessions", "sessions")) {
            table.row(
                    session.get("lastSeenAt"),
                    session.get("createdAt"),
                    session.get("address"),
                    session.get("userAgent"));
        }
        table.print();
    }

    private static void signOut(Api api, Options options, List<String> words) {
        api.call("DELETE", path(words) + "/sessions", null);
        System.out.println(words.get(0) + " is signed out everywhere");
    }

    private static String path(List<String> words) {
        return "admin/users/" + Api.encoded(words.get(0));
    }
}
