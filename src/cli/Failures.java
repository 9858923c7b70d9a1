import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What cannot be done, in one line and an exit code. */
final class Failures {
    private Failures() {}

    static int misused(ParameterException wrong, String[] arguments) {
        return misused(said(wrong), wrong.getCommandLine());
    }

    private static String said(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), unmatched);
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0));
        }
        return wrong.getMessage();
    }

    private static String unmatched(String word, UnmatchedArgumentException wrong) {
        if (wrong.isUnknownOption()) {
            return "there is no option " + word + " here";
        }
        return wrong.getCommandLine().getSubcommands().isEmpty()
                ? "there is a word too many: '" + word + "'"
                : "there is no command '" + word + "' here";
    }

    private static String missing(ArgSpec missing) {
        return missing instanceof OptionSpec option
                ? option.longestName() + " needs a value"
                : "something is missing: " + missing.paramLabel();
    }

    /** @throws Exception one that nobody expected, and whose trace is worth to be seen */
    static int failed(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof Parley.Misused) {
            return misused(failure.getMessage(), command);
        }
        if (failure instanceof Parley.Refused) {
            command.getErr().println("parley: " + Table.oneLine(failure.getMessage()));
            return ExitCode.SOFTWARE;
        }
        throw failure;
    }

    private static int misused(String message, CommandLine command) {
        command.getErr().println("parley: " + Table.oneLine(message) + "; see bin/parley --help");
        return ExitCode.USAGE;
    }
}
