package dev.skytally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Callers learn from the Javadoc of each public type whether threads may share it. */
class ThreadSafetyTest {
  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("../tle-data/src/main/java"));
  private static final Pattern TYPE =
      Pattern.compile("^public (?:\\w+ )*(?:class|record|interface) \\w+", Pattern.MULTILINE);
  private static final Pattern STATEMENT =
      Pattern.compile("\\bImmutable\\b|(?i:safe for use by several threads)");

  @Test
  void everyPublicTypeStatesItsThreadSafety() throws IOException {
    List<String> silent = new ArrayList<>();
    int stated = 0;
    try (InputStream list = ThreadSafetyTest.class.getResourceAsStream("public-types.txt")) {
      for (String type : new String(list.readAllBytes(), UTF_8).lines().toList()) {
        String source = source(type);
        Matcher declaration = TYPE.matcher(source);
        // An enum has no state, and an exception is not shared.
        if (!declaration.find() || type.endsWith("Exception")) {
          continue;
        }
        String before = source.substring(0, declaration.start()).replaceAll("\\s+(\\* )?", " ");
        if (STATEMENT.matcher(before.substring(before.lastIndexOf("/**"))).find()) {
          stated++;
        } else {
          silent.add(type);
        }
      }
    }
    assertEquals(List.of(), silent);
    assertFalse(stated == 0, "no type was found");
  }

  private static String source(String type) throws IOException {
    Path file = Path.of(type.replace('.', '/') + ".java");
    for (Path folder : SOURCES) {
      if (Files.exists(folder.resolve(file))) {
        return Files.readString(folder.resolve(file));
      }
    }
    throw new AssertionError("no source of " + type);
  }
}
