package org.parley.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of settings matches the code, because operators rely on it. */
class SettingsTest {
    private static final Pattern NAMED = Pattern.compile("`(parley\\.|….)([a-z.-]+)`");

    @Test
    void the_readme_names_every_setting_and_no_other() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String row : rows()) {
            named.addAll(keys(row));
        }
        assertEquals(new TreeSet<>(SettingNames.ALL), named);
    }

    @Test
    void the_readme_says_the_usual_limits() throws IOException {
        Map<String, String> usual = new TreeMap<>();
        for (FloodLimits.Kind kind : FloodLimits.Kind.values()) {
            usual.put(
                    kind.key(),
                    kind.usual().atOnce() + "/" + seconds(kind.usual().period()));
        }
        for (CountLimits.Kind kind : CountLimits.Kind.values()) {
            usual.put(kind.key(), Integer.toString(kind.usual()));
        }
        Map<String, String> told = new TreeMap<>();
        for (String row : rows()) {
            Iterator<String> defaults =
                    List.of(row.split("\\|")[2].trim().split(", ")).iterator();
            keys(row).stream()
                    .filter(key -> key.startsWith("parley.limits."))
                    .forEach(key -> told.put(key, defaults.next()));
        }
        assertEquals(usual, told);
    }

    private static String seconds(Duration period) {
        return BigDecimal.valueOf(period.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    @Test
    void the_memory_of_a_hash_is_a_number_within_its_range() {
        assertEquals(19_456, read(Map.of()).passwordMemory());
        assertEquals(65_536, read(Map.of("parley.password.memory", "65536")).passwordMemory());
        for (String wrong : List.of("9", "65537", "-64", "64 MiB", "1e3")) {
            assertThrows(BadSetting.class, () -> read(Map.of("parley.password.memory", wrong)), wrong);
        }
    }

    @Test
    void files_are_beside_the_other_data_unless_there_is_another_folder() {
        assertEquals(
                Path.of("/data/files"),
                read(Map.of("parley.data.dir", "/data")).files().folder());
        assertEquals(
                Path.of("/mnt/files"),
                read(Map.of("parley.files.dir", "/mnt/files")).files().folder());
    }

    @Test
    void the_size_of_an_attachment_may_have_a_unit() {
        assertEquals(10L << 20, read(Map.of()).files().mostOctets());
        assertEquals(
                512L << 10,
                read(Map.of("parley.attachments.max-size", "512 KiB")).files().mostOctets());
        assertEquals(
                1_000,
                read(Map.of("parley.attachments.max-size", "1000")).files().mostOctets());
        assertEquals(
                100L << 20,
                read(Map.of("parley.attachments.max-size", "100MiB")).files().mostOctets());
        for (String wrong : List.of("0", "10 MB", "1025 MiB", "-1 KiB", "1.5 MiB")) {
            assertThrows(BadSetting.class, () -> read(Map.of("parley.attachments.max-size", wrong)), wrong);
        }
    }

    @Test
    void the_attachments_of_a_user_have_no_limit_unless_there_is_one() {
        assertEquals(Optional.empty(), read(Map.of()).files().mostOctetsOfUser());
        assertEquals(
                Optional.of(1L << 40),
                read(Map.of("parley.attachments.max-per-user", "1024 GiB"))
                        .files()
                        .mostOctetsOfUser());
        for (String wrong : List.of("0", "none", "1025 GiB", "999999999 GiB")) {
            assertThrows(BadSetting.class, () -> read(Map.of("parley.attachments.max-per-user", wrong)), wrong);
        }
    }

    @Test
    void an_unknown_environment_variable_does_not_stop_the_start_under_either_of_its_names() {
        Map<String, String> asContainerPlatformsSetThem = Map.of(
                "PARLEY_SERVICE_HOST", "10.0.0.1",
                "parley.service.host", "10.0.0.1",
                "PARLEY_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                "PARLEY_COMMITTERS", "3",
                "parley.committers", "3");
        assertEquals(3, read(asContainerPlatformsSetThem).committers());
    }

    @Test
    void an_unknown_property_stops_the_start_and_names_itself() {
        BadSetting refused =
                assertThrows(BadSetting.class, () -> read(Map.of("parley.commiters", "3", "PARLEY_COMMITTERS", "3")));
        assertTrue(refused.getMessage().contains("parley.commiters"), refused.getMessage());
    }

    private static Configuration read(Map<String, String> settings) {
        return Settings.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `parley."))
                .toList();
    }

    /**
     * The keys in a row's first column. A key that begins with an ellipsis has the same beginning as the row's first
     * key.
     */
    private static Set<String> keys(String row) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher named = NAMED.matcher(row.split("\\|")[1]);
        while (named.find()) {
            keys.add(named.group(1).equals("parley.") ? "parley." + named.group(2) : "parley.limits." + named.group(2));
        }
        return keys;
    }
}
