package dev.skytally.server;

import dev.skytally.internal.input.SimilarNames;
import dev.skytally.server.Problem.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** Reads the parameters and the format of a request. */
final class Query {
  static final String FORMAT = "format";

  private final Resource resource;
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @param query as it is in the address; empty if there is none
   * @throws Problem if a parameter is unknown, has a wrong type, or is missing or given twice
   */
  Query(Resource resource, String query) throws Problem {
    this.resource = resource;
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        add(pair);
      }
    }
    for (Parameter parameter : resource.parameters()) {
      if (parameter.isRequired() && !values.containsKey(parameter.name())) {
        throw new Problem(
                Kind.WRONG_VALUE,
                "the parameter %s is missing: %s"
                    .formatted(parameter.name(), parameter.description()))
            .with("parameter", parameter.name());
      }
    }
  }

  private void add(String pair) throws Problem {
    int equals = pair.indexOf('=');
    String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
    requireKnown(name);
    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
    if (values.putIfAbsent(name, value) != null) {
      throw new Problem(Kind.WRONG_VALUE, name + " is given twice, expected it once")
          .with("parameter", name);
    }
  }

  private static String decoded(String text) throws Problem {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Problem(Kind.WRONG_REQUEST, "\"%s\" is not percent-encoded UTF-8".formatted(text));
    }
  }

  private void requireKnown(String name) throws Problem {
    List<String> known = new ArrayList<>();
    resource.parameters().forEach(parameter -> known.add(parameter.name()));
    known.add(FORMAT);
    if (known.contains(name)) {
      return;
    }
    List<String> similar = SimilarNames.of(name, known.stream());
    throw new Problem(
            Kind.UNKNOWN_PARAMETER,
            "%s has no parameter \"%s\"%s"
                .formatted(
                    resource.path(),
                    name,
                    similar.isEmpty()
                        ? ", expected one of " + String.join(", ", known)
                        : "; did you mean " + similar.get(0) + "?"))
        .with("parameter", name);
  }

  /**
   * Returns the format that is asked for.
   *
   * @param accept the values of the header; empty if there is none
   */
  Format format(List<String> accept) throws Problem {
    String given = values.remove(FORMAT);
    if (given != null) {
      for (Format format : resource.formats()) {
        if (format.key().equals(given)) {
          return format;
        }
      }
      throw new Problem(
              Kind.WRONG_VALUE, "format is \"%s\", expected one of %s".formatted(given, formats()))
          .with("parameter", FORMAT)
          .with("value", given);
    }
    if (accept.isEmpty() || accept.contains(EventStream.MEDIA_TYPE)) {
      return resource.formats().get(0);
    }
    QuotedQualityCSV ranges = new QuotedQualityCSV();
    accept.forEach(ranges::addValue);
    for (String range : ranges) {
      for (Format format : resource.formats()) {
        if (includes(range, format.essence())) {
          return format;
        }
      }
    }
    throw new Problem(
        Kind.WRONG_FORMAT,
        "Accept is \"%s\", expected the media type of one of %s"
            .formatted(String.join(", ", accept), formats()));
  }

  private String formats() {
    return String.join(", ", resource.formats().stream().map(Format::key).toList());
  }

  private static boolean includes(String range, String mediaType) {
    int end = range.indexOf(';');
    String plain = (end < 0 ? range : range.substring(0, end)).strip();
    return plain.equals("*/*")
        || plain.equals(mediaType)
        || (plain.endsWith("/*") && mediaType.startsWith(plain.substring(0, plain.length() - 1)));
  }

  /** Returns the values of the resource's parameters, in the order of the address. */
  Map<String, String> values() {
    return values;
  }
}
