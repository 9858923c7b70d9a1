import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Administers a running server by its public interface: accounts, bans, and the passwords of rooms. */
public final class Parley {
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    static final String HELP =
            """
            usage: bin/parley [--url URL] [--username NAME] COMMAND

            accounts list [QUERY] [--filter disabled|admin]
            accounts make NAME [--display-name TEXT]    asks for the password
            accounts password NAME                      a new one, asked for; ends their sessions
            accounts disable NAME | enable NAME
            accounts admin NAME | no-admin NAME         makes an administrator, or one no longer
            accounts sessions NAME | sign-out NAME      where they are signed in; ends all of it

            bans list ROOM
            bans add ROOM NAME [--reason TEXT] [--until TIME | --for 30m|24h|7d]
            bans lift ROOM NAME

            rooms list [QUERY]
            rooms password ROOM | no-password ROOM      sets one, asked for, or takes it away

            --url URL         the server's address, else PARLEY_URL, else http://127.0.0.1:8080/
            --username NAME   an administrator, else PARLEY_ADMIN_USERNAME, else asked for

            The administrator's password is PARLEY_ADMIN_PASSWORD, else asked for. A new password is asked for
            twice at a terminal, else it is the first line of the standard input. No password is an argument,
            because everybody on a machine can see those.

            Exit codes: 0 done, 1 refused or not reached, 2 not understood.
            """;

    private Parley() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        if (arguments.length == 0 || List.of(arguments).contains("--help")) {
            (arguments.length == 0 ? System.err : System.out).print(HELP);
            return arguments.length == 0 ? MISUSED : 0;
        }
        try {
            Options options = Options.of(arguments);
            command(options);
            return 0;
        } catch (Misused misused) {
            System.err.println("parley: " + misused.getMessage() + "; see bin/parley --help");
            return MISUSED;
        } catch (Refused refused) {
            System.err.println("parley: " + Table.oneLine(refused.getMessage()));
            return REFUSED;
        }
    }

    private static void command(Options options) {
        Deque<String> words = new ArrayDeque<>(options.words());
        String noun = words.isEmpty() ? "" : words.removeFirst();
        String verb = words.isEmpty() ? "" : words.removeFirst();
        Command command =
                switch (noun) {
                    case "accounts" -> Accounts.command(verb);
                    case "bans" -> Bans.command(verb);
                    case "rooms" -> Rooms.command(verb);
                    default -> null;
                };
        if (command == null) {
            throw new Misused("there is no command '" + (noun + " " + verb).strip() + "'");
        }
        command.check(options, words.size());
        try (Api api = Api.signedIn(options)) {
            command.deed().run(api, options, List.copyOf(words));
        }
    }

    /**
     * @param fewest words that must follow
     * @param most words that may follow
     * @param takes the options that it knows besides those of every command
     */
    record Command(int fewest, int most, List<String> takes, Deed deed) {
        static Command of(int words, Deed deed, String... takes) {
            return new Command(words, words, Arrays.asList(takes), deed);
        }

        private void check(Options options, int words) {
            if (words < fewest) {
                throw new Misused("something is missing");
            }
            if (words > most) {
                throw new Misused("there is a word too many");
            }
            options.only(takes);
        }
    }

    /** What a command does. */
    interface Deed {
        void run(Api api, Options options, List<String> words);
    }

    /** What was typed makes no sense. */
    static final class Misused extends RuntimeException {
        Misused(String message) {
            super(message);
        }
    }

    /** The server has refused, or cannot be reached. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }
}
