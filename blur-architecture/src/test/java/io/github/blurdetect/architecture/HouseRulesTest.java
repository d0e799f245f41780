package io.github.blurdetect.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** What holds for every module: the graph of dependencies and the rules of the house. */
@AnalyzeClasses(packages = Modules.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  @ArchTest
  static final ArchRule modulesUseOnlyWhatTheyMay =
      classes().should(condition("use only modules they may use", HouseRulesTest::moduleMisuse));

  @ArchTest
  static final ArchRule internalsAreUsedByTheirModuleOnly =
      classes()
          .should(
              condition(
                  "use internal packages of their own module or a friend's only",
                  HouseRulesTest::internalMisuse));

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().assignedFrom(new PackageWithItsInternals()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule apiNeedsTheJdkOnly =
      classes()
          .that(areOf("api"))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", Modules.ROOT + ".api.."));

  @ArchTest
  static final ArchRule openCvIsUsedByTheImageModuleOnly =
      only("image", "org.opencv..", "nu.pattern..");

  /** Its finalizer deletes what is being released, unless the object is kept reachable so long. */
  @ArchTest
  static final ArchRule openCvMatricesAreKeptUntilTheyAreReleased =
      codeUnits()
          .that(describe("release a matrix", HouseRulesTest::releasesMatrix))
          .should(
              new ArchCondition<JavaCodeUnit>("keep it reachable") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                  boolean kept =
                      unit.getMethodCallsFromSelf().stream()
                          .anyMatch(call -> call.getName().equals("reachabilityFence"));
                  events.add(new SimpleConditionEvent(unit, kept, unit.getFullName()));
                }
              });

  @ArchTest
  static final ArchRule xgboostIsUsedByTheTreeTrainerOnly = only("tree-training", "ml.dmlc..");

  @ArchTest
  static final ArchRule onnxRuntimeIsUsedByTheCnnAndItsTrainerOnly =
      noClasses()
          .that(areOf("cnn-onnx").or(areOf("training")).negate())
          .should()
          .dependOnClassesThat(resideInAPackage("ai.onnxruntime.."));

  @ArchTest static final ArchRule djlIsUsedByTheTrainerOnly = only("training", "ai.djl..");

  @ArchTest
  static final ArchRule thriftIsUsedByTheServiceOnly = only("service", "org.apache.thrift..");

  @ArchTest
  static final ArchRule picocliIsUsedByVerbsOnly =
      noClasses()
          .that(areOf("cli").or(areOf("tree-training")).or(areOf("training")).negate())
          .should()
          .dependOnClassesThat(resideInAPackage("picocli.."));

  @ArchTest
  static final ArchRule nullMarkedEverywhere =
      classes()
          .that()
          .haveSimpleName("package-info")
          .should()
          .beAnnotatedWith(NullMarked.class)
          .because("NullAway looks at such packages only");

  @ArchTest
  static final ArchRule randomnessIsSeeded =
      noClasses()
          .that(
              areOf("service").negate().as("are not of blur-service, whose client spreads retries"))
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, ThreadLocalRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .because("results repeat: use SplittableRandom with a seed");

  /**
   * An internal package is part of the one that holds it: facade and kernel may know each other.
   */
  private static final class PackageWithItsInternals implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName().replaceFirst("\\.internal(\\..*)?$", ""));
    }

    @Override
    public String getDescription() {
      return "packages, each with its internals";
    }
  }

  private static boolean releasesMatrix(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getName().equals("release")
                    && call.getTargetOwner().getPackageName().equals("org.opencv.core"));
  }

  private static ArchRule only(String module, String... packages) {
    return noClasses()
        .that(areOf(module).negate())
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages));
  }

  private static DescribedPredicate<JavaClass> areOf(String module) {
    return describe("are of blur-" + module, type -> Modules.of(type).equals(module));
  }

  private static boolean moduleMisuse(JavaClass from, JavaClass to) {
    String user = Modules.of(from);
    String used = Modules.of(to);
    return !used.isEmpty()
        && !used.equals(user)
        && !Modules.MAY_USE.getOrDefault(user, Set.of()).contains(used);
  }

  private static boolean internalMisuse(JavaClass from, JavaClass to) {
    boolean internal = (to.getPackageName() + ".").contains(".internal.");
    String user = Modules.of(from);
    String used = Modules.of(to);
    return internal
        && !used.isEmpty()
        && !used.equals(user)
        && !Modules.MAY_USE_INTERNALS_OF.getOrDefault(user, Set.of()).contains(used);
  }

  /** Two classes, of which the first uses the second. */
  @FunctionalInterface
  private interface Misuse {
    boolean test(JavaClass from, JavaClass to);
  }

  private static ArchCondition<JavaClass> condition(String description, Misuse misuse) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          if (misuse.test(type, dependency.getTargetClass())) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
