import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
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

    private final Map<String, String> environment;
    private final Asking asking;

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

    private Parley(Map<String, String> environment, Asking asking) {
        this.environment = environment;
        this.asking = asking;
    }

    public static void main(String[] arguments) {
        Asking asking = new Asking(System.console(), System.in);
        System.exit(run(commands(System.getenv(), asking), arguments));
    }

    /**
     * Runs one command without a terminal, within the caller's process.
     *
     * @param environment the variables, {@code PARLEY_…}
     * @return the exit code
     */
    public static int run(
            Map<String, String> environment,
            InputStream input,
            PrintWriter out,
            PrintWriter error,
            String... arguments) {
        CommandLine parley = commands(environment, new Asking(null, input));
        return run(parley.setOut(out).setErr(error), arguments);
    }

    private static CommandLine commands(Map<String, String> environment, Asking asking) {
        CommandLine parley = new CommandLine(new Parley(environment, asking))
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(Failures::misused)
                .setExecutionExceptionHandler(Failures::failed);
        parley.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, Overview::of);
        return parley;
    }

    private static int run(CommandLine parley, String[] arguments) {
        if (arguments.length == 0) {
            parley.usage(parley.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return parley.execute(arguments);
    }

    @Command(description = "Prints a script for bash and zsh that completes commands and options.")
    void completion() {
        out().println(AutoComplete.bash(spec.name(), spec.commandLine()));
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter error() {
        return spec.commandLine().getErr();
    }

    Asking asking() {
        return asking;
    }

    Api signIn() {
        return Api.signedIn(this);
    }

    String url() {
        String given = Optional.ofNullable(url).or(() -> variable("PARLEY_URL")).orElse("http://127.0.0.1:8080/");
        return given.endsWith("/") ? given : given + "/";
    }

    String username() {
        return Optional.ofNullable(username)
                .or(() -> variable("PARLEY_ADMIN_USERNAME"))
                .or(() -> asking.line("Administrator: "))
                .orElseThrow(() -> new Misused("neither --username nor PARLEY_ADMIN_USERNAME says who you are"));
    }

    String password() {
        return variable("PARLEY_ADMIN_PASSWORD")
                .or(() -> asking.secret("Your password: "))
                .orElseThrow(() -> new Misused("there is no PARLEY_ADMIN_PASSWORD, and nobody to ask"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
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
