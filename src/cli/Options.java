import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed, and what the environment says.
 *
 * @param words in their order, without the options
 * @param given values by the names of their options
 */
record Options(List<String> words, Map<String, String> given) {
    private static final Set<String> EVERYWHERE = Set.of("--url", "--username");
    private static final Set<String> SOMEWHERE = Set.of("--filter", "--display-name", "--reason", "--until", "--for");

    static Options of(String[] arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            if (!EVERYWHERE.contains(argument) && !SOMEWHERE.contains(argument)) {
                throw new Parley.Misused("there is no option " + argument);
            }
            if (i + 1 == arguments.length) {
                throw new Parley.Misused(argument + " needs a value");
            }
            given.put(argument, arguments[++i]);
        }
        return new Options(words, given);
    }

    void only(List<String> taken) {
        for (String name : given.keySet()) {
            if (!EVERYWHERE.contains(name) && !taken.contains(name)) {
                throw new Parley.Misused(name + " means nothing to this command");
            }
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name));
    }

    String url() {
        String url = value("--url").or(() -> environment("PARLEY_URL")).orElse("http://127.0.0.1:8080/");
        return url.endsWith("/") ? url : url + "/";
    }

    String username() {
        return value("--username")
                .or(() -> environment("PARLEY_ADMIN_USERNAME"))
                .or(() -> Asking.line("Administrator: "))
                .orElseThrow(() -> new Parley.Misused("neither --username nor PARLEY_ADMIN_USERNAME says who you are"));
    }

    String password() {
        return environment("PARLEY_ADMIN_PASSWORD")
                .or(() -> Asking.secret("Your password: "))
                .orElseThrow(() -> new Parley.Misused("there is no PARLEY_ADMIN_PASSWORD, and nobody to ask"));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }
}
