package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Runs workloads one after the other, each on a fresh server or all on a running one. Started by bin/bench. */
public final class Bench {
    private static final List<String> USUAL = List.of("A10", "A50", "B", "P", "D", "E", "C5000", "O300", "R", "H");
    private static final Path FIGURES = Path.of("docs", "figures");
    private static final Path CHART = Path.of("docs", "images", "performance.svg");

    /** Of the database that comes from Maven, whose every step would stand between the figures. */
    private static final Logger CHATTER = Logger.getLogger("ch.vorburger");

    private Bench() {}

    public static void main(String[] arguments) {
        CHATTER.setLevel(Level.WARNING);
        int status = 0;
        try {
            run(arguments);
        } catch (IOException | RuntimeException | AssertionError failure) {
            failure.printStackTrace();
            status = 1;
        }
        // The database that was started here has threads that would go on.
        System.exit(status);
    }

    private static void run(String[] arguments) throws IOException {
        String first = arguments.length > 0 ? arguments[0] : "";
        switch (first) {
            case "table" -> table(Arrays.stream(arguments).skip(1).map(Path::of).toList());
            case "chart" -> chart();
            default -> load(Options.of(arguments));
        }
    }

    private static void table(List<Path> files) {
        System.out.println(new Table(Recorded.in(files)).text());
    }

    private static void chart() throws IOException {
        try (Stream<Path> files = Files.list(FIGURES)) {
            Recorded recorded = Recorded.in(files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList());
            Files.writeString(CHART, new Chart(recorded).svg());
        }
    }

    private static void load(Options options) {
        Path file = options.out().resolve(options.label() + ".jsonl");
        Results results = new Results(file);
        Settings settings = Settings.fromEnvironment(options.label());
        List<String> names = options.workloads().isEmpty() ? USUAL : options.workloads();
        List<Workload> workloads = names.stream().map(Workload::of).toList();
        results.add(Environment.line(options));
        for (int i = 0; i < workloads.size(); i++) {
            System.err.println("== " + names.get(i));
            try (Target target = Target.of(options)) {
                workloads.get(i).run(new Bed(target, settings, results));
            }
        }
        table(List.of(file));
    }
}
