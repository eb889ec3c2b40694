package dev.skytally;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The types that callers may use: a new one is a decision, and needs a line in the file. */
@AnalyzeClasses(packages = "dev.skytally", importOptions = DoNotIncludeTests.class)
class PublicTypesTest {
  @ArchTest
  static void publicTypesAreThoseOfTheList(JavaClasses classes) throws IOException {
    List<String> types =
        classes.that(not(resideInAPackage("dev.skytally.internal.."))).stream()
            .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    try (InputStream list = PublicTypesTest.class.getResourceAsStream("public-types.txt")) {
      assertEquals(new String(list.readAllBytes(), UTF_8), String.join("\n", types) + "\n");
    }
  }
}
