package dev.skytally.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.TreeSet;

/** The words of the pages, in resources with the same keys. */
final class PageWordsJson {
  private PageWordsJson() {}

  /** Returns the words of a language by key, as JSON for an element of a page. */
  static String text(Language language) {
    String resource = "page_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    StringWriter text = new StringWriter();
    try (InputStream in =
            Objects.requireNonNull(PageWordsJson.class.getResourceAsStream(resource), resource);
        JsonGenerator json = new JsonFactory().createGenerator(text)) {
      PropertyResourceBundle words =
          new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
      json.writeStartObject();
      for (String key : new TreeSet<>(words.keySet())) {
        json.writeStringField(key, words.getString(key));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
    return text.toString().replace("<", "\\u003c");
  }
}
