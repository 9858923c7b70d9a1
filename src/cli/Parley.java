import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Administers a running server by its public interface: accounts, bans, and the passwords of rooms. */
@Command(
        name = "parley",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {Accounts.class, Bans.class, Rooms.class},
        abbreviateSynopsis = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The administrator's password is PARLEY_ADMIN_PASSWORD, else asked for. A new password is asked for twice at "
                    + "a terminal, else it is the first line of the standard input. No password is an argument, because "
                    + "everybody on a machine can see those.",
            "",
            "Exit codes: 0 done, 1 refused or not reached, 2 not understood."
        })
public final class Parley {
    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The server's address, else PARLEY_URL, else http://127.0.0.1:8080/")
    private String url;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "An administrator, else PARLEY_ADMIN_USERNAME, else asked for.")
    private String username;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        CommandLine parley = new CommandLine(new Parley())
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(Failures::misused)
                .setExecutionExceptionHandler(Failures::failed);
        parley.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, Overview::of);
        if (arguments.length == 0) {
            parley.usage(System.err);
            return CommandLine.ExitCode.USAGE;
        }
        return parley.execute(arguments);
    }

    @Command(description = "Prints a script for bash and zsh that completes commands and options.")
    void completion() {
        System.out.println(AutoComplete.bash(spec.name(), spec.commandLine()));
    }

    Api signIn() {
        return Api.signedIn(this);
    }

    String url() {
        String given =
                Optional.ofNullable(url).or(() -> environment("PARLEY_URL")).orElse("http://127.0.0.1:8080/");
        return given.endsWith("/") ? given : given + "/";
    }

    String username() {
        return Optional.ofNullable(username)
                .or(() -> environment("PARLEY_ADMIN_USERNAME"))
                .or(() -> Asking.line("Administrator: "))
                .orElseThrow(() -> new Misused("neither --username nor PARLEY_ADMIN_USERNAME says who you are"));
    }

    String password() {
        return environment("PARLEY_ADMIN_PASSWORD")
                .or(() -> Asking.secret("Your password: "))
                .orElseThrow(() -> new Misused("there is no PARLEY_ADMIN_PASSWORD, and nobody to ask"));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
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
