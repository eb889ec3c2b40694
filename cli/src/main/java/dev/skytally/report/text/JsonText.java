package dev.skytally.report.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Builds the text of one JSON object. */
public final class JsonText {
  static final String SCHEMA = "skytally/2";

  /** Writes the fields of an object that is already open. */
  public interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private JsonText() {}

  /** Returns a JSON object with the field {@code schema} and then the given ones. */
  public static String of(Fields fields) {
    StringWriter text = new StringWriter();
    try {
      write(new JsonFactory().createGenerator(text), fields);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.append('\n').toString();
  }

  /** Returns a JSON object without the field {@code schema} and without blanks, for a part. */
  public static String compact(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  /** Writes an object that may be too large for memory; leaves the stream open. */
  public static void write(OutputStream out, Fields fields) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    write(json, fields);
    out.write('\n');
    out.flush();
  }

  private static void write(JsonGenerator generator, Fields fields) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try (JsonGenerator json = generator) {
      json.setPrettyPrinter(printer);
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      fields.writeTo(json);
      json.writeEndObject();
    }
  }

  public static void number(JsonGenerator json, String field, double value, int mostDecimals)
      throws IOException {
    json.writeFieldName(field);
    json.writeNumber(Decimals.plain(value, mostDecimals));
  }

  public static void texts(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Writes a text, or null if it is empty. */
  public static void textOrNull(JsonGenerator json, String field, String value) throws IOException {
    if (value.isEmpty()) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, value);
    }
  }
}
