package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.messages.Log;
import org.parley.rooms.InLogResource;

/**
 * Rules for what the code may depend on, and where. A rule that matches no class fails, so that no rule becomes
 * useless.
 */
@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String GERUND = ".*\\.[A-Z][a-z]+ing[A-Z]\\w*";

    /** These observers only correct what they keep in memory or in a file of their own. */
    private static final Set<String> KEEPERS = Set.of(
            "Heads",
            "ProfileChanges",
            "EndingSanctions",
            "SweepingRooms",
            "SweepingFiles",
            "FollowingLogs",
            "FinishingDepartures");

    /** The packages that each package may depend on; {@code problems} may depend on none. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("texts", List.of("problems")),
            Map.entry("system", List.of("problems")),
            Map.entry("http", List.of("problems", "texts", "system")),
            Map.entry("pictures", List.of("problems")),
            Map.entry("presence", List.of("problems", "system")),
            Map.entry("accounts", List.of("problems", "texts", "system", "presence")),
            Map.entry("sessions", List.of("problems", "texts", "system", "http", "accounts")),
            Map.entry("rooms", List.of("problems", "texts", "system", "accounts")),
            Map.entry("invites", List.of("problems", "texts", "system", "http", "accounts", "rooms")),
            Map.entry("conversations", List.of("problems", "texts", "system", "accounts", "rooms")),
            Map.entry("messages", List.of("problems", "texts", "system", "accounts", "rooms")),
            Map.entry(
                    "posting",
                    List.of(
                            "problems",
                            "texts",
                            "system",
                            "http",
                            "accounts",
                            "rooms",
                            "conversations",
                            "messages",
                            "everyone",
                            "files",
                            "replies")),
            Map.entry(
                    "files",
                    List.of("problems", "texts", "system", "http", "pictures", "accounts", "rooms", "messages")),
            Map.entry("avatars", List.of("problems", "system", "http", "accounts", "files")),
            Map.entry(
                    "roomfile",
                    List.of("problems", "texts", "system", "http", "accounts", "rooms", "messages", "files")),
            Map.entry("everyone", List.of("system", "accounts", "presence", "rooms", "messages")),
            Map.entry("replies", List.of("problems", "system", "accounts", "rooms", "messages")),
            Map.entry("deletions", List.of("problems", "system", "http", "accounts", "rooms", "messages", "posting")),
            Map.entry(
                    "drafts", List.of("problems", "texts", "system", "http", "accounts", "rooms", "messages", "files")),
            Map.entry(
                    "edits",
                    List.of(
                            "problems",
                            "texts",
                            "system",
                            "http",
                            "accounts",
                            "rooms",
                            "messages",
                            "everyone",
                            "posting")),
            Map.entry("pins", List.of("problems", "system", "http", "accounts", "rooms", "messages", "posting")),
            Map.entry(
                    "reactions",
                    List.of("problems", "texts", "system", "http", "accounts", "rooms", "messages", "posting")),
            Map.entry("reading", List.of("problems", "texts", "system", "http", "accounts", "rooms", "messages")),
            Map.entry("departures", List.of("problems", "texts", "system", "accounts", "sessions", "rooms")),
            Map.entry("takeout", List.of("problems", "system", "accounts", "sessions")),
            Map.entry("activity", List.of("problems", "system", "accounts", "rooms", "messages")),
            Map.entry("search", List.of("problems", "texts", "system", "accounts", "rooms", "messages")),
            Map.entry("reports", List.of("problems", "texts", "system", "http", "accounts", "rooms", "messages")),
            Map.entry(
                    "admin",
                    List.of("problems", "texts", "system", "accounts", "sessions", "rooms", "posting", "search")),
            Map.entry(
                    "live",
                    List.of(
                            "problems",
                            "texts",
                            "system",
                            "http",
                            "presence",
                            "accounts",
                            "sessions",
                            "rooms",
                            "conversations",
                            "messages",
                            "everyone",
                            "posting",
                            "deletions",
                            "drafts",
                            "reading",
                            "reports")));

    @ArchTest
    static final ArchRule dependencies_run_one_way_and_nobody_depends_on_live_or_admin = layers();

    private static ArchRule layers() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("problems")
                .definedBy("org.parley.problems..");
        for (String name : MAY_KNOW.keySet()) {
            layers = layers.layer(name).definedBy("org.parley." + name + "..");
        }
        layers = layers.whereLayer("problems").mayNotAccessAnyLayer();
        for (Map.Entry<String, List<String>> rule : MAY_KNOW.entrySet()) {
            layers = layers.whereLayer(rule.getKey())
                    .mayOnlyAccessLayers(rule.getValue().toArray(String[]::new));
        }
        return layers;
    }

    @ArchTest
    static final ArchRule every_package_has_its_layer = classes()
            .should()
            .resideInAnyPackage(Stream.concat(Stream.of("problems"), MAY_KNOW.keySet().stream())
                    .map(name -> "org.parley." + name)
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule only_live_knows_sockets = noClasses()
            .that()
            .resideOutsideOfPackage("org.parley.live..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.websocket..");

    @ArchTest
    static final ArchRule use_cases_and_stores_know_no_http = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.parley.problems..", "org.parley.system..", "org.parley.http..", "org.parley.sessions..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .doNotHaveFullyQualifiedName("org.parley.accounts.Caller")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    /** Pages for a reader are another thing: they go at the reader's pace, and ask the door each time. */
    @ArchTest
    static final ArchRule logs_are_followed_by_their_follower_alone = noClasses()
            .that()
            .resideOutsideOfPackage("org.parley.messages..")
            .and()
            .doNotHaveFullyQualifiedName("org.parley.live.CatchingUp")
            .should()
            .callMethod(Log.class, "range", long.class, long.class, long.class);

    @ArchTest
    static final ArchRule resources_are_named_so =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    /** Otherwise everything would be injected anew for each request. The server does not look at what they inherit. */
    @ArchTest
    static final ArchRule resources_of_logs_say_themselves_that_they_live_as_long_as_the_application = classes()
            .that()
            .areAssignableTo(InLogResource.class)
            .and()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(ApplicationScoped.class);

    /** Or by the container, which finds the class by its annotation or in a file. */
    @ArchTest
    static final ArchRule what_is_public_is_used_by_another_package = classes()
            .that()
            .arePublic()
            .and(DescribedPredicate.describe("are top level", JavaClass::isTopLevelClass))
            .and(DescribedPredicate.not(areForTheContainer()))
            .should(beUsedByAnotherPackage());

    @ArchTest
    static final ArchRule only_use_cases_fire_events = noClasses()
            .that()
            .haveNameNotMatching(GERUND)
            .and()
            .doNotHaveFullyQualifiedName("org.parley.system.Startup")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Event.class);

    @ArchTest
    static final ArchRule only_live_sends_after_a_commit = methods()
            .that(observeCommits())
            .should()
            .beDeclaredInClassesThat(DescribedPredicate.describe(
                    "are of live or put right what they keep",
                    type -> type.getPackageName().equals("org.parley.live") || KEEPERS.contains(type.getSimpleName())));

    private static DescribedPredicate<JavaClass> areForTheContainer() {
        Set<String> annotations = Set.of("Entity", "Provider", "ApplicationPath", "WebServlet", "ServerEndpoint");
        String files = read("src/main/webapp/WEB-INF/web.xml")
                + read("src/main/resources/META-INF/persistence.xml")
                + read("src/main/resources/META-INF/services/jakarta.enterprise.inject.spi.Extension");
        return DescribedPredicate.describe(
                "are for the container",
                type -> type.getSimpleName().endsWith("Resource")
                        || type.getAnnotations().stream()
                                .anyMatch(found ->
                                        annotations.contains(found.getRawType().getSimpleName()))
                        || files.contains(type.getName()));
    }

    private static String read(String file) {
        try {
            return Files.readString(java.nio.file.Path.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DescribedPredicate<JavaMethod> observeCommits() {
        return DescribedPredicate.describe(
                "observe commits", method -> Arrays.stream(method.reflect().getParameters())
                        .map(parameter -> parameter.getAnnotation(Observes.class))
                        .anyMatch(observed -> observed != null && observed.during() == TransactionPhase.AFTER_SUCCESS));
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used =
                        type.getDirectDependenciesToSelf().stream().anyMatch(dependency -> uses(dependency, type));
                events.add(new SimpleConditionEvent(type, used, type.getName() + " is public for nobody"));
            }
        };
    }

    /** Or passes an instance to that package. */
    private static boolean uses(Dependency dependency, JavaClass type) {
        JavaClass user = dependency.getOriginClass();
        boolean given = dependency.getDescription().contains(" return type ");
        return !user.getPackageName().equals(type.getPackageName())
                || given && user.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
