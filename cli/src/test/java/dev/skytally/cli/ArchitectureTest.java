package dev.skytally.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.ReceiverFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rules that {@code ARCHITECTURE.md} states for the command line. */
@AnalyzeClasses(packages = "dev.skytally", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String CLI = "dev.skytally.cli..";
  private static final String REPORT = "dev.skytally.report..";

  /** By package of reports, the others that it may use, beside {@code report} itself. */
  private static final Map<String, Set<String>> TOPICS =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("draw", Set.of("text")),
          Map.entry("setting", Set.of("text")),
          Map.entry("site", Set.of("text")),
          Map.entry("dilution", Set.of("text", "setting", "site")),
          Map.entry("capitals", Set.of("text", "draw", "setting", "site", "dilution")),
          Map.entry("passes", Set.of("text", "setting", "site")),
          Map.entry("sky", Set.of("text", "draw", "setting", "site", "dilution", "passes")),
          Map.entry("horizon", Set.of("text", "draw", "site")),
          Map.entry("plan", Set.of("text", "setting", "site", "dilution", "passes")),
          Map.entry("world", Set.of("text", "draw", "setting", "dilution")),
          Map.entry("history", Set.of("text", "draw", "setting", "site", "capitals")),
          Map.entry("finding", Set.of("text", "setting", "capitals")),
          Map.entry("validation", Set.of("text", "setting")),
          Map.entry("elements", Set.of("text", "setting")),
          Map.entry("page", Set.of("text", "draw", "setting", "capitals", "plan")));

  @ArchTest
  static final ArchRule nobodyDependsOnTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI);

  @ArchTest
  static final ArchRule onlyTheEngineKnowsItsInside =
      noClasses()
          .that()
          .resideInAnyPackage(
              CLI,
              REPORT,
              "dev.skytally.history..",
              "dev.skytally.geography..",
              "dev.skytally.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.orekit..",
              "org.hipparchus..",
              "dev.skytally.internal.answer..",
              "dev.skytally.internal.ephemeris..",
              "dev.skytally.internal.flight..",
              "dev.skytally.internal.grid..",
              "dev.skytally.internal.plan..",
              "dev.skytally.internal.storage..",
              "dev.skytally.internal.tally..",
              "dev.skytally.internal.visibility..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.(**)").should().beFreeOfCycles();

  @ArchTest
  static void reportsUseEachOtherOnlyAsPlanned(JavaClasses classes) {
    TOPICS.forEach(
        (topic, used) -> {
          List<String> others = new ArrayList<>();
          for (String other : TOPICS.keySet()) {
            if (!other.equals(topic) && !used.contains(other)) {
              others.add("dev.skytally.report." + other);
            }
          }
          noClasses()
              .that()
              .resideInAPackage("dev.skytally.report." + topic)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others.toArray(String[]::new))
              .check(classes);
        });
  }

  @ArchTest
  static void everyPackageOfReportsIsPlanned(JavaClasses classes) {
    Set<String> packages = new TreeSet<>();
    for (JavaClass type : classes) {
      if (type.getPackageName().startsWith("dev.skytally.report.")) {
        packages.add(type.getPackageName().substring("dev.skytally.report.".length()));
      }
    }
    assertEquals(new TreeSet<>(TOPICS.keySet()), packages);
  }

  @ArchTest
  static final ArchRule toolkitsKnowNoSatellites =
      noClasses()
          .that()
          .resideInAnyPackage("dev.skytally.report.text")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.skytally",
              "dev.skytally.site..",
              "dev.skytally.elements..",
              "dev.skytally.orbit..",
              "dev.skytally.history..");

  @ArchTest
  static final ArchRule commandLineTakesNothingButFilesFromTheOrbit =
      noClasses()
          .that()
          .resideInAnyPackage(CLI, REPORT)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.skytally.orbit..")
                  .and(not(belongToAnyOf(OrbitFile.class, ReceiverFile.class))));

  @ArchTest
  static final ArchRule reportsKnowNoFlags =
      noClasses()
          .that()
          .resideInAPackage(REPORT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLI, "picocli..");

  @ArchTest
  static final ArchRule onlyTheJsonWritersNeedTheJsonLibrary =
      noClasses()
          .that()
          .resideInAnyPackage(CLI, REPORT)
          .and()
          .haveNameNotMatching(".*(Json(Text)?|Effect)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule onlyElevationFilesNeedTheLibraryOfTiff =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.ElevationFile(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("mil.nga..");

  @ArchTest
  static final ArchRule onlyTheHistoryKnowsSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.skytally.history")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..");

  @ArchTest
  static final ArchRule onlyTheFetcherKnowsTheNetwork =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.skytally.fetch")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLConnection");

  @ArchTest
  static final ArchRule onlyTheServerKnowsJetty =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.skytally.server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..", "org.slf4j..");

  @ArchTest
  static final ArchRule theServerKnowsNoSatellites =
      noClasses()
          .that()
          .resideInAPackage("dev.skytally.server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.skytally",
              "dev.skytally.site..",
              "dev.skytally.elements..",
              "dev.skytally.orbit..",
              "dev.skytally.archive..",
              "dev.skytally.history..");

  @ArchTest
  static final ArchRule theArchiveKnowsNothingOfSatellitesAndFetching =
      noClasses()
          .that()
          .resideInAPackage("dev.skytally.archive")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.skytally.satellites", "dev.skytally.fetch");

  @ArchTest
  static final ArchRule onlyWhatMakesDotsNeedsTheDrawingLibraries =
      noClasses()
          .that()
          .resideInAnyPackage(CLI, REPORT)
          .and()
          .haveNameNotMatching(".*\\.PngImage(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.github.weisj..", "java.awt", "java.awt.font..", "java.awt.image..", "javax..");

  @ArchTest
  static final ArchRule lettersComeFromTheFontThatSkytallyCarries =
      noClasses()
          .that()
          .resideInAnyPackage(CLI, REPORT)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.awt\\.(Font|font\\.).*")
          .orShould()
          .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("drawString")));

  @ArchTest
  static final ArchRule onlyTheTypefaceReadsFonts =
      noClasses()
          .that()
          .resideInAnyPackage(CLI, REPORT)
          .and()
          .doNotHaveSimpleName("Typeface")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.fontbox..", "org.apache.pdfbox..");

  /**
   * Commands may not compute with time and angles, except with this machine's clock, and except for
   * the millisecond by which the window of a sky includes its end.
   */
  @ArchTest
  static final ArchRule commandsComputeWithNeitherTimeNorAngles =
      noClasses()
          .that()
          .resideInAnyPackage("dev.skytally.cli", "dev.skytally.cli.option")
          .and()
          .haveNameNotMatching(".*\\.(Freshness|Schedule|SkyCommand)(\\$.*)?")
          .should()
          .callMethodWhere(
              describe(
                  "time or angles are computed",
                  call ->
                      isArithmetic(call.getTargetOwner().getPackageName(), call.getName())
                          || isTrigonometry(call.getTargetOwner().getName(), call.getName())));

  private static boolean isArithmetic(String ownersPackage, String method) {
    return ownersPackage.startsWith("java.time")
        && method.matches("(plus|minus).*|between|until|dividedBy|multipliedBy|abs|negated");
  }

  private static boolean isTrigonometry(String owner, String method) {
    return owner.matches("java\\.lang\\.(Strict)?Math")
        && method.matches("toRadians|toDegrees|a?(sin|cos|tan)h?|atan2|hypot");
  }

  @ArchTest
  static final ArchRule mainIsTheOnlyDoor =
      classes()
          .that()
          .resideInAPackage("dev.skytally.cli")
          .and()
          .arePublic()
          .should()
          .haveSimpleName("Main");
}
