package org.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Recorded lines of any generator, by workload and by quantity. */
final class Recorded {
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, Map<String, List<JsonNode>>> byWorkload = new LinkedHashMap<>();

    static Recorded in(List<Path> files) {
        Recorded recorded = new Recorded();
        files.forEach(file -> Results.read(file).forEach(recorded::add));
        return recorded;
    }

    void add(JsonNode line) {
        String label = line.path("label").asText();
        if (line.path("work").asText().equals("version")) {
            titles.put(label, line.path("title").asText(label));
        } else if (!line.has("error")) {
            byWorkload
                    .computeIfAbsent(workload(line), name -> new LinkedHashMap<>())
                    .computeIfAbsent(label, name -> new ArrayList<>())
                    .add(line);
        }
    }

    /** A10, B, C5000, D, O300, R, "H room list", "S build". */
    private static String workload(JsonNode line) {
        String work = line.path("work").asText();
        return switch (work) {
            case "A" -> work + Math.round(line.path("rate").asDouble());
            case "O" -> work + Math.round(line.path("rate").asDouble() / 2);
            case "C" -> work + line.path("conns").asText();
            case "F", "H", "I", "S", "T", "U" -> work + " " + line.path("what").asText();
            default -> work;
        };
    }

    List<String> workloads() {
        return byWorkload.keySet().stream().sorted().toList();
    }

    /** Those of whom there is a line, in the order of the files. */
    List<String> labels(String workload) {
        return List.copyOf(byWorkload.getOrDefault(workload, Map.of()).keySet());
    }

    String title(String label) {
        return titles.getOrDefault(label, label);
    }

    /** @param fields names with dots for what lies deeper; several are added up */
    Spread spread(String workload, String label, List<String> fields) {
        return Spread.of(byWorkload.get(workload).get(label).stream()
                .map(line -> sum(line, fields))
                .filter(Objects::nonNull)
                .toList());
    }

    private static Double sum(JsonNode line, List<String> fields) {
        double sum = 0;
        for (String field : fields) {
            JsonNode value = line.at("/" + field.replace('.', '/'));
            if (!value.isNumber()) {
                return null;
            }
            sum += value.asDouble();
        }
        return sum;
    }
}
