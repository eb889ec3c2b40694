package dev.skytally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.orekit.data.DataContext;

/** The rules that {@code ARCHITECTURE.md} states for tle-data and engine. */
@AnalyzeClasses(packages = "dev.skytally", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule orekitStopsAtTheOrbit =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.skytally.orbit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.orekit..", "org.hipparchus..");

  @ArchTest
  static final ArchRule nobodyAsksForTheDefaultDataContext =
      noClasses().should().callMethod(DataContext.class, "getDefault");

  @ArchTest
  static final ArchRule whatIsInOrbitKnowsNothingOfWhatIsSeen =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.skytally.input..",
              "dev.skytally.internal.input..",
              "dev.skytally.internal.storage..",
              "dev.skytally.elements..",
              "dev.skytally.satellites..",
              "dev.skytally.archive..",
              "dev.skytally.fetch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.skytally",
              "dev.skytally.internal.answer..",
              "dev.skytally.internal.dop..",
              "dev.skytally.internal.ephemeris..",
              "dev.skytally.internal.flight..",
              "dev.skytally.internal.grid..",
              "dev.skytally.internal.plan..",
              "dev.skytally.internal.tally..",
              "dev.skytally.internal.visibility..",
              "dev.skytally.site..",
              "dev.skytally.orbit..",
              "dev.skytally.visibility..",
              "dev.skytally.grid..",
              "dev.skytally.dop..",
              "dev.skytally.tally..",
              "dev.skytally.plan..",
              "dev.skytally.selection..",
              "dev.skytally.finding..",
              "dev.skytally.validation..");

  @ArchTest
  static final ArchRule theKernelsKnowNothingOfTheAnswers =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.skytally.site..",
              "dev.skytally.orbit..",
              "dev.skytally.internal.dop..",
              "dev.skytally.internal.ephemeris..",
              "dev.skytally.internal.visibility..",
              "dev.skytally.internal.grid..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.skytally",
              "dev.skytally.internal.flight..",
              "dev.skytally.internal.plan..",
              "dev.skytally.internal.tally..",
              "dev.skytally.dop..",
              "dev.skytally.tally..",
              "dev.skytally.plan..",
              "dev.skytally.selection..",
              "dev.skytally.finding..",
              "dev.skytally.validation..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.(**)").should().beFreeOfCycles();
}
