import java.util.Iterator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bin/parley accounts …} */
@Command(name = "accounts", description = "Accounts: lists, makes and changes them.")
final class Accounts {
    @ParentCommand
    private Parley parley;

    @Command(description = "Lists accounts.")
    void list(
            @Parameters(paramLabel = "QUERY", arity = "0..1", defaultValue = "", description = "Part of a name.")
                    String query,
            @Option(
                            names = "--filter",
                            paramLabel = "disabled|admin",
                            defaultValue = "all",
                            completionCandidates = Filters.class,
                            description = "Lists only these accounts.")
                    String filter) {
        Table table = new Table("USERNAME", "NAME", "ROLE", "STATE", "PRESENCE", "LAST SEEN");
        String path = "admin/users?query=" + Api.encoded(query) + "&filter=" + Api.encoded(filter);
        try (Api api = parley.signIn()) {
            for (Map<?, ?> user : api.all(path, "users")) {
                table.row(
                        user.get("username"),
                        user.get("displayName"),
                        user.get("role"),
                        Boolean.TRUE.equals(user.get("disabled")) ? "disabled" : "enabled",
                        user.get("presence"),
                        user.get("lastSeenAt"));
            }
        }
        table.print(parley.out());
    }

    /** Registering signs in, which nobody wants here. */
    @Command(description = "Makes an account; asks for its password.")
    void make(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--display-name", paramLabel = "TEXT", defaultValue = "") String displayName) {
        try (Api api = parley.signIn()) {
            Map<?, ?> session = api.call(
                    "POST",
                    "auth/register",
                    Map.of(
                            "username",
                            name,
                            "password",
                            parley.asking().newPassword(name),
                            "displayName",
                            displayName,
                            "cookie",
                            false));
            api.end(session.get("accessToken"));
        }
        parley.out().println(name + " has an account");
    }

    @Command(description = "Asks for a new password; ends all sessions.")
    void password(@Parameters(paramLabel = "NAME") String name) {
        try (Api api = parley.signIn()) {
            api.call("PATCH", path(name), Map.of("password", parley.asking().newPassword(name)));
        }
        parley.out().println(name + " has the new password, and no session");
    }

    @Command(description = "Signs somebody out and keeps them out.")
    void disable(@Parameters(paramLabel = "NAME") String name) {
        change(name, Map.of("disabled", true), "disabled");
    }

    @Command(description = "Lets somebody in again.")
    void enable(@Parameters(paramLabel = "NAME") String name) {
        change(name, Map.of("disabled", false), "enabled");
    }

    @Command(description = "Makes somebody an administrator.")
    void admin(@Parameters(paramLabel = "NAME") String name) {
        change(name, Map.of("role", "admin"), "an administrator");
    }

    @Command(name = "no-admin", description = "Takes the administrator's role away.")
    void noAdmin(@Parameters(paramLabel = "NAME") String name) {
        change(name, Map.of("role", "user"), "no administrator");
    }

    private void change(String name, Map<String, ?> change, String done) {
        try (Api api = parley.signIn()) {
            Map<?, ?> user = api.call("PATCH", path(name), change);
            parley.out().println(user.get("username") + " is " + done);
        }
    }

    @Command(description = "Lists where somebody is signed in.")
    void sessions(@Parameters(paramLabel = "NAME") String name) {
        Table table = new Table("LAST USED", "SINCE", "ADDRESS", "DEVICE");
        try (Api api = parley.signIn()) {
            for (Map<?, ?> session : api.all(path(name) + "/sessions", "sessions")) {
                table.row(
                        session.get("lastSeenAt"),
                        session.get("createdAt"),
                        session.get("address"),
                        session.get("userAgent"));
            }
        }
        table.print(parley.out());
    }

    @Command(name = "sign-out", description = "Ends all sessions of somebody.")
    void signOut(@Parameters(paramLabel = "NAME") String name) {
        try (Api api = parley.signIn()) {
            api.call("DELETE", path(name) + "/sessions", null);
        }
        parley.out().println(name + " is signed out everywhere");
    }

    private static String path(String name) {
        return "admin/users/" + Api.encoded(name);
    }

    /** What a shell offers after {@code --filter}; the server judges. */
    static final class Filters implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("disabled", "admin").iterator();
        }
    }
}
