package org.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** Which methods and constructors of the product are public. Tests count as callers: some build a bean by hand. */
@AnalyzeClasses(packages = "org.parley")
class VisibilityTest {
    private static final List<String> FRAMEWORKS =
            List.of("jakarta.ws.rs", "jakarta.websocket", "com.fasterxml.jackson.annotation");

    @ArchTest
    static final ArchRule what_is_public_in_a_class_is_called_by_another_package = codeUnits()
            .that()
            .arePublic()
            .and(DescribedPredicate.describe("choose their visibility", VisibilityTest::chooses))
            .should(beCalledByAnotherPackage());

    private static boolean chooses(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        return owner.getSource().orElseThrow().getUri().getPath().contains("/target/classes/")
                && !owner.isInterface()
                && !ofTheLanguage(unit, owner)
                && !overrides(unit, owner)
                && !calledByAFramework(unit, owner);
    }

    /** The compiler makes them, or lets them be no less visible than their class. */
    private static boolean ofTheLanguage(JavaCodeUnit unit, JavaClass owner) {
        boolean bare = unit.getRawParameterTypes().isEmpty();
        return unit instanceof JavaConstructor && (bare || owner.isRecord())
                || owner.isRecord() && bare && owner.tryGetField(unit.getName()).isPresent()
                || owner.isEnum() && List.of("values", "valueOf").contains(unit.getName());
    }

    private static boolean overrides(JavaCodeUnit unit, JavaClass owner) {
        int parameters = unit.getRawParameterTypes().size();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .flatMap(above -> above.getMethods().stream())
                .anyMatch(method -> method.getName().equals(unit.getName())
                        && method.getRawParameterTypes().size() == parameters);
    }

    private static boolean calledByAFramework(JavaCodeUnit unit, JavaClass owner) {
        return owner.getSimpleName().endsWith("Resource")
                || unit.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getPackageName())
                        .anyMatch(name -> FRAMEWORKS.stream().anyMatch(name::startsWith));
    }

    private static ArchCondition<JavaCodeUnit> beCalledByAnotherPackage() {
        return new ArchCondition<>("be called by another package") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                String own = unit.getOwner().getPackageName();
                boolean called = unit.getAccessesToSelf().stream()
                        .anyMatch(access ->
                                !access.getOriginOwner().getPackageName().equals(own));
                events.add(new SimpleConditionEvent(unit, called, unit.getFullName() + " is public for nobody"));
            }
        };
    }
}
