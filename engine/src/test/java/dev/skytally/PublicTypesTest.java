package dev.skytally;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types that callers may use: a new one is a decision, and needs a line in the file. */
class PublicTypesTest {
  @Test
  void publicTypesAreThoseOfTheList() throws IOException {
    List<String> types =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("dev.skytally")
                .that(not(resideInAPackage("dev.skytally.internal..")))
                .stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    try (InputStream list = PublicTypesTest.class.getResourceAsStream("public-types.txt")) {
      assertEquals(new String(list.readAllBytes(), UTF_8), String.join("\n", types) + "\n");
    }
  }
}
