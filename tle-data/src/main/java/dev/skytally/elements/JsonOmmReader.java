package dev.skytally.elements;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.skytally.input.TextFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads OMM in JSON: an array of objects or one object, with a member for each keyword. Values may
 * be numbers or strings; null means no value.
 */
final class JsonOmmReader {
  /**
   * Lenient on numbers, so that a bad number affects only its own element set, not the whole file.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
          .build();

  private final TextFile file;
  private final SnapshotBuilder snapshot;

  /** The message that is being read. */
  private @Nullable OmmMessage message;

  private JsonOmmReader(TextFile file, SnapshotBuilder snapshot) {
    this.file = file;
    this.snapshot = snapshot;
  }

  static void read(TextFile file, SnapshotBuilder snapshot) throws IOException {
    new JsonOmmReader(file, snapshot).read();
  }

  private void read() throws IOException {
    try (JsonParser json = JSON.createParser(file.text())) {
      try {
        readAll(json);
      } catch (JsonProcessingException e) {
        JsonLocation at = json.currentLocation();
        String problem =
            e instanceof JsonEOFException
                ? "the text ends too early, expected the rest of the JSON"
                : "is not valid JSON here";
        snapshot.reject(
            message == null ? 0 : message.catalogNumberIfReadable(),
            message == null ? "" : message.name(),
            file.problem(at.getLineNr(), at.getColumnNr(), problem));
      }
    }
  }

  private void readAll(JsonParser json) throws IOException {
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        readMessage(json);
      } else if (token.isScalarValue()) {
        JsonLocation at = json.currentTokenLocation();
        snapshot.reject(
            0,
            "",
            file.problem(
                at.getLineNr(),
                at.getColumnNr(),
                "found " + TextFile.quoted(json.getText()) + ", expected an object"));
      }
    }
  }

  private void readMessage(JsonParser json) throws IOException {
    JsonLocation start = json.currentTokenLocation();
    message = new OmmMessage(file, start.getLineNr(), start.getColumnNr());
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String keyword = json.currentName();
      JsonToken value = json.nextToken();
      JsonLocation at = json.currentTokenLocation();
      if (value.isStructStart()) {
        json.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        message.put(keyword, json.getText(), at.getLineNr(), at.getColumnNr());
      }
    }
    int end = (int) json.currentLocation().getCharOffset();
    message.end(file.text().substring((int) start.getCharOffset(), end), snapshot);
    message = null;
  }
}
