package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. A rule that matches no class fails, so that none outlives what it was about. */
@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependencies_run_one_way_and_nobody_depends_on_live = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("problems")
            .definedBy("org.parley.problems..")
            .layer("texts")
            .definedBy("org.parley.texts..")
            .layer("system")
            .definedBy("org.parley.system..")
            .layer("accounts")
            .definedBy("org.parley.accounts..")
            .layer("rooms")
            .definedBy("org.parley.rooms..")
            .layer("invites")
            .definedBy("org.parley.invites..")
            .layer("messages")
            .definedBy("org.parley.messages..")
            .layer("reports")
            .definedBy("org.parley.reports..")
            .layer("admin")
            .definedBy("org.parley.admin..")
            .layer("live")
            .definedBy("org.parley.live..")
            .whereLayer("problems")
            .mayNotAccessAnyLayer()
            .whereLayer("texts")
            .mayOnlyAccessLayers("problems")
            .whereLayer("system")
            .mayOnlyAccessLayers("problems")
            .whereLayer("accounts")
            .mayOnlyAccessLayers("problems", "texts", "system")
            .whereLayer("rooms")
            .mayOnlyAccessLayers("problems", "texts", "system", "accounts")
            .whereLayer("invites")
            .mayOnlyAccessLayers("problems", "texts", "system", "accounts", "rooms")
            .whereLayer("messages")
            .mayOnlyAccessLayers("problems", "texts", "system", "accounts", "rooms")
            .whereLayer("reports")
            .mayOnlyAccessLayers("problems", "texts", "system", "accounts", "rooms", "messages")
            .whereLayer("admin")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("live")
            .mayNotBeAccessedByAnyLayer();

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
            .resideInAnyPackage(
                    "org.parley.rooms..",
                    "org.parley.invites..",
                    "org.parley.messages..",
                    "org.parley.reports..",
                    "org.parley.admin..",
                    "org.parley.live..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule resources_are_named_so =
            classes().that().areAnnotatedWith(jakarta.ws.rs.Path.class).should().haveSimpleNameEndingWith("Resource");
}
