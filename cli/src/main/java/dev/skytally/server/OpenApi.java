package dev.skytally.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.text.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Describes the resources by OpenAPI 3.1, and for people. */
final class OpenApi {
  static final String JSON_NAME = "/v1/openapi.json";
  static final String PAGE_NAME = "/v1/index.html";

  private static final String PROBLEM = "application/problem+json";

  private final List<Resource> resources;
  private final String version;

  OpenApi(List<Resource> resources, String version) {
    this.resources = resources;
    this.version = version;
  }

  String json() {
    return JsonText.compact(
            json -> {
              json.writeStringField("openapi", "3.1.0");
              json.writeObjectFieldStart("info");
              json.writeStringField("title", "Skytally");
              json.writeStringField(
                  "summary", "Which navigation satellites can be seen from where");
              json.writeStringField("version", version);
              json.writeEndObject();
              json.writeObjectFieldStart("paths");
              for (Resource resource : resources) {
                json.writeObjectFieldStart(resource.path());
                json.writeObjectFieldStart(resource.takesBody() ? "post" : "get");
                write(json, resource);
                json.writeEndObject();
                json.writeEndObject();
              }
              json.writeEndObject();
              json.writeObjectFieldStart("components");
              json.writeObjectFieldStart("schemas");
              json.writeObjectFieldStart("Problem");
              writeProblem(json);
              json.writeEndObject();
              json.writeEndObject();
              json.writeEndObject();
            })
        + "\n";
  }

  private static void write(JsonGenerator json, Resource resource) throws IOException {
    json.writeStringField(
        "operationId", resource.path().substring("/v1/".length()).replace('/', '-'));
    json.writeStringField("summary", resource.summary());
    json.writeArrayFieldStart("parameters");
    for (Parameter parameter : resource.parameters()) {
      json.writeStartObject();
      json.writeStringField("name", parameter.name());
      json.writeStringField("in", "query");
      json.writeBooleanField("required", parameter.isRequired());
      json.writeStringField("description", parameter.description());
      json.writeObjectFieldStart("schema");
      json.writeStringField("type", type(parameter.type()));
      json.writeEndObject();
      json.writeEndObject();
    }
    writeFormats(json, resource);
    json.writeEndArray();
    if (resource.takesBody()) {
      writeBody(json, resource.body());
    }
    writeResponses(json, resource);
  }

  private static String type(Parameter.Type type) {
    return switch (type) {
      case TEXT -> "string";
      case FLAG -> "boolean";
      case NUMBER, INTEGER -> type.name().toLowerCase(Locale.ROOT);
    };
  }

  private static void writeFormats(JsonGenerator json, Resource resource) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", Query.FORMAT);
    json.writeStringField("in", "query");
    json.writeStringField("description", "Format of the answer, instead of the header Accept.");
    json.writeObjectFieldStart("schema");
    json.writeStringField("type", "string");
    json.writeArrayFieldStart("enum");
    for (Format format : resource.formats()) {
      json.writeString(format.key());
    }
    json.writeEndArray();
    json.writeStringField("default", resource.formats().get(0).key());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeBody(JsonGenerator json, Resource.Body body) throws IOException {
    json.writeObjectFieldStart("requestBody");
    json.writeStringField("description", body.description());
    json.writeBooleanField("required", true);
    json.writeObjectFieldStart("content");
    for (String mediaType : body.mediaTypes()) {
      json.writeObjectFieldStart(mediaType);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeResponses(JsonGenerator json, Resource resource) throws IOException {
    json.writeObjectFieldStart("responses");
    json.writeObjectFieldStart("200");
    json.writeStringField("description", "The answer.");
    json.writeObjectFieldStart("content");
    for (String mediaType : resource.formats().stream().map(Format::essence).distinct().toList()) {
      json.writeObjectFieldStart(mediaType);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("default");
    json.writeStringField("description", "A problem by RFC 9457.");
    json.writeObjectFieldStart("content");
    json.writeObjectFieldStart(PROBLEM);
    json.writeObjectFieldStart("schema");
    json.writeStringField("$ref", "#/components/schemas/Problem");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeProblem(JsonGenerator json) throws IOException {
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    for (String text :
        List.of("type", "title", "detail", "parameter", "value", "reason", "nearest")) {
      json.writeObjectFieldStart(text);
      json.writeStringField("type", "string");
      json.writeEndObject();
    }
    for (String number : List.of("status", "limit")) {
      json.writeObjectFieldStart(number);
      json.writeStringField("type", "integer");
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Returns a page with all resources and parameters. */
  String page() {
    StringBuilder html =
        new StringBuilder(
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Skytally: questions over HTTP</title>
            <h1>Questions over HTTP</h1>
            <p>The same as <a href="openapi.json">OpenAPI 3.1</a>, for programs.</p>
            """);
    for (Resource resource : resources) {
      html.append("<h2>")
          .append(resource.takesBody() ? "POST " : "GET ")
          .append(resource.path())
          .append("</h2>\n<p>")
          .append(escaped(resource.summary()))
          .append("</p>\n<p>Formats: ")
          .append(String.join(", ", resource.formats().stream().map(Format::key).toList()))
          .append("</p>\n<dl>\n");
      for (Parameter parameter : resource.parameters()) {
        html.append("<dt><code>")
            .append(parameter.name())
            .append("</code></dt><dd>")
            .append(escaped(parameter.description()))
            .append("</dd>\n");
      }
      html.append("</dl>\n");
    }
    return html.append("</html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
