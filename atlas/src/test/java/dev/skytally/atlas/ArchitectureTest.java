package dev.skytally.atlas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules that {@code ARCHITECTURE.md} states for the atlas. */
@AnalyzeClasses(packages = "dev.skytally", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule nobodyElseKnowsSparkOrTheAtlas =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.skytally.atlas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..", "org.apache.hadoop..", "scala..", "dev.skytally.atlas..");

  @ArchTest
  static final ArchRule plansAndFormatsKnowNoSpark =
      noClasses()
          .that()
          .resideInAnyPackage("dev.skytally.atlas.plan..", "dev.skytally.atlas.output..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  @ArchTest
  static final ArchRule onlyTheEngineKnowsItsInside =
      noClasses()
          .that()
          .resideInAPackage("dev.skytally.atlas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.orekit..",
              "org.hipparchus..",
              "dev.skytally.cli..",
              "dev.skytally.history..",
              "dev.skytally.internal..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.skytally.atlas.(**)").should().beFreeOfCycles();
}
