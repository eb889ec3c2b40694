package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code docs/skytally-2.schema.json} describes all JSON output: {@link Run#json} and the tests of
 * files require it of everything that they read.
 */
class JsonSchemaTest {
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try {
      String text = Files.readString(Path.of("..", "docs", "skytally-2.schema.json"));
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the output, which must be valid. */
  static JsonNode valid(JsonNode output) {
    assertEquals(Set.of(), SCHEMA.validate(output), "by docs/skytally-2.schema.json");
    return output;
  }

  private static void assertInvalid(String command, Consumer<ObjectNode> change) {
    JsonNode output = Run.ofLine(command).json();
    change.accept((ObjectNode) output);
    Set<ValidationMessage> problems = SCHEMA.validate(output);
    assertNotEquals(Set.of(), problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals --format json",
        "capitals --format geojson",
        "capitals --dop --systems GPS --format json",
        "capitals --date 2024-05-20 --format json",
        "passes Rome --systems QZS --format json",
        "sky Rome --tracks 2h --format json",
        "elements --format json",
        "elements --date 2022-06-16 --format json",
        "plan Rome --for 2h --between 08:00-18:00 --format json",
        "sky Rome --at 2026-10-06T12:00 --timezone Asia/Kathmandu --format json"
      })
  void outputIsValid(String command) {
    Run.ofLine(command).json();
  }

  /** A schema that allowed anything would find no fault either. */
  @Test
  void outputThatIsNotDescribedIsInvalid() {
    String command = "passes Rome --format json";
    assertInvalid(command, output -> output.put("unknown", 1));
    assertInvalid(command, output -> output.remove("complete"));
    assertInvalid(command, output -> output.put("schema", "skytally/3"));
    assertInvalid(command, output -> output.put("complete", "yes"));
    assertInvalid(command, output -> output.withObject("/window").put("start", "2026-10-06"));
    assertInvalid(command, output -> output.withObject("/passes/0").put("azimuth", 1));
  }
}
