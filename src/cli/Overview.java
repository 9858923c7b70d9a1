import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;

/** All commands on one page, each with what it takes: picocli itself lists only those of the next level. */
final class Overview {
    private static final int HALF = 50;

    private Overview() {}

    static String of(Help help) {
        TextTable table = TextTable.forColumns(
                help.colorScheme(), new Column(HALF, 2, Overflow.WRAP), new Column(HALF, 1, Overflow.WRAP));
        fill(table, help.commandSpec().commandLine(), "");
        return table.toString();
    }

    /** In the order of their names: Java tells no order of methods. */
    private static void fill(TextTable table, CommandLine above, String names) {
        new TreeMap<>(above.getSubcommands()).forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                CommandSpec spec = command.getCommandSpec();
                table.addRowValues(
                        names + name + taken(spec),
                        String.join(" ", spec.usageMessage().description()));
            } else {
                fill(table, command, names + name + " ");
            }
        });
    }

    private static String taken(CommandSpec command) {
        String words = command.positionalParameters().stream()
                .map(word -> word.required() ? " " + word.paramLabel() : " [" + word.paramLabel() + "]")
                .collect(Collectors.joining());
        return words
                + command.options().stream()
                        .filter(option -> !option.inherited() && !option.usageHelp() && !option.versionHelp())
                        .map(option -> " [" + option.longestName() + " " + option.paramLabel() + "]")
                        .collect(Collectors.joining());
    }
}
