package org.parley.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The names of the settings, and what happens to other names: a misspelt setting must not be ignored in silence. */
final class SettingNames {
    private static final System.Logger LOG = System.getLogger(SettingNames.class.getName());

    static final Set<String> ALL = keys(
            "parley.db.url",
            "parley.db.user",
            "parley.db.password",
            "parley.data.dir",
            "parley.public.url",
            "parley.trusted.proxies",
            "parley.allowed.origins",
            "parley.admin.username",
            "parley.admin.password",
            "parley.rate.limits",
            "parley.jwt.key",
            "parley.password.memory",
            "parley.committers",
            "parley.files.dir",
            "parley.attachments.max-size",
            "parley.attachments.max-per-user",
            "parley.imports.max-size");

    private static Set<String> keys(String... keys) {
        return Stream.of(
                        Stream.of(keys),
                        Arrays.stream(FloodLimits.Kind.values()).map(FloodLimits.Kind::key),
                        Arrays.stream(CountLimits.Kind.values()).map(CountLimits.Kind::key))
                .flatMap(all -> all)
                .collect(Collectors.toUnmodifiableSet());
    }

    private SettingNames() {}

    /**
     * Refuses unknown keys, but only warns about unknown environment variables. Container platforms set variables for a
     * service named parley, and some sources also show {@code PARLEY_SERVICE_HOST} as {@code parley.service.host};
     * neither name stops the start.
     *
     * @throws BadSetting if a configuration source has an unknown {@code parley.} key
     */
    static void judge(Config config) {
        Set<String> known = ALL.stream().map(SettingNames::variable).collect(Collectors.toSet());
        Set<String> names = names(config);
        Set<String> variables = names.stream()
                .filter(name -> name.startsWith("PARLEY_"))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : names) {
            String variable = variable(name);
            if (name.startsWith("parley.") && !known.contains(variable) && !variables.contains(variable)) {
                throw new BadSetting(name, "is not a setting of Parley");
            }
        }
        variables.removeAll(known);
        variables.forEach(name -> LOG.log(
                System.Logger.Level.WARNING,
                "Ignoring the environment variable {0}: Parley has no such setting",
                name));
    }

    private static Set<String> names(Config config) {
        Set<String> names = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            names.addAll(source.getPropertyNames());
        }
        return names;
    }

    private static String variable(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
