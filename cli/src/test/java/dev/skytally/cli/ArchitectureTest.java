package dev.skytally.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.ReceiverFile;

/** The rules that {@code ARCHITECTURE.md} states for the command line. */
@AnalyzeClasses(packages = "dev.skytally", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String CLI = "dev.skytally.cli..";

  @ArchTest
  static final ArchRule nobodyDependsOnTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI);

  @ArchTest
  static final ArchRule commandLineKnowsNoOrekitAndNoKernel =
      noClasses()
          .that()
          .resideInAPackage(CLI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.orekit..", "org.hipparchus..", "dev.skytally.ephemeris..");

  @ArchTest
  static final ArchRule commandLineTakesNothingButFilesFromTheOrbit =
      noClasses()
          .that()
          .resideInAPackage(CLI)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.skytally.orbit..")
                  .and(not(belongToAnyOf(OrbitFile.class, ReceiverFile.class))));

  @ArchTest
  static final ArchRule reportsKnowNoFlags =
      noClasses()
          .that()
          .resideInAPackage("dev.skytally.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.skytally.cli", "picocli..");

  @ArchTest
  static final ArchRule onlyTheJsonWritersNeedTheJsonLibrary =
      noClasses()
          .that()
          .resideInAPackage(CLI)
          .and()
          .haveNameNotMatching(".*(Json(Text)?|Effect)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

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
          .resideInAPackage(CLI)
          .and()
          .haveNameNotMatching(".*\\.(PngImage|WorldPicture)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.github.weisj..", "java.awt", "java.awt.font..", "java.awt.image..", "javax..");

  @ArchTest
  static final ArchRule lettersComeFromTheFontThatSkytallyCarries =
      noClasses()
          .that()
          .resideInAPackage(CLI)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.awt\\.(Font|font\\.).*")
          .orShould()
          .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("drawString")));

  @ArchTest
  static final ArchRule onlyTheTypefaceReadsFonts =
      noClasses()
          .that()
          .resideInAPackage(CLI)
          .and()
          .doNotHaveSimpleName("Typeface")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.fontbox..", "org.apache.pdfbox..");

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
