package dev.skytally.site;

import dev.skytally.internal.input.SimilarNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other common names of countries and capitals: Turkey for Türkiye, Kiev for Kyiv. */
final class OtherNames {
  private OtherNames() {}

  /** Returns the name in the list of capitals for another one that {@link SimilarNames} reduced. */
  static Optional<String> of(String plain) {
    return Optional.ofNullable(Bundled.NAMES.get(plain));
  }

  /** Read on first use. */
  private static final class Bundled {
    static final Map<String, String> NAMES = read();

    private static Map<String, String> read() {
      try (var stream = OtherNames.class.getResourceAsStream("other-names.tsv");
          var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        Map<String, String> names = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.charAt(0) != '#') {
            List<String> fields = List.of(line.split("\t", -1));
            for (String other : fields.subList(1, fields.size())) {
              names.put(SimilarNames.plain(other), fields.get(0));
            }
          }
        }
        return names;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
