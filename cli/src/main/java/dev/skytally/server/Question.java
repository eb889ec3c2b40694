package dev.skytally.server;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A question about a resource.
 *
 * @param values by the names of parameters that the resource has, in the order of the request
 * @param body what a POST sends; empty for a GET
 */
public record Question(
    Resource resource, Map<String, String> values, Format format, ByteBuffer body) {
  public Question {
    body = body.asReadOnlyBuffer();
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns a copy of the body. */
  public byte[] bodyBytes() {
    byte[] bytes = new byte[body.remaining()];
    body.slice().get(bytes);
    return bytes;
  }
}
