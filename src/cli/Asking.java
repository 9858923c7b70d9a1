import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Questions at the terminal, if there is one. */
final class Asking {
    private final Console console;
    private final InputStream input;

    /** @param console {@code null} if there is no terminal */
    Asking(Console console, InputStream input) {
        this.console = console;
        this.input = input;
    }

    Optional<String> line(String question) {
        return Optional.ofNullable(console)
                .map(terminal -> terminal.readLine("%s", question))
                .filter(typed -> !typed.isEmpty());
    }

    /** Not shown as it is typed. */
    Optional<String> secret(String question) {
        return Optional.ofNullable(console)
                .map(terminal -> terminal.readPassword("%s", question))
                .map(String::new);
    }

    /** Twice at a terminal, where nobody sees what they type; else the first line of the input. */
    String newPassword(String whose) {
        if (console == null) {
            return firstLine();
        }
        String typed = secret("New password of " + whose + ": ").orElse("");
        if (!typed.equals(secret("Once more: ").orElse(""))) {
            throw new Parley.Refused("the two are not the same");
        }
        return typed;
    }

    private String firstLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new Parley.Misused("the new password is expected on the standard input");
            }
            return line;
        } catch (IOException unreadable) {
            throw new Parley.Refused("the standard input cannot be read");
        }
    }
}
