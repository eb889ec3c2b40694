package dev.skytally.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes a whole reply. */
final class Reply {
  private Reply() {}

  static void content(Response response, Callback callback, String mediaType, ByteBuffer content) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, mediaType);
    headers.put(HttpHeader.CONTENT_LENGTH, content.remaining());
    response.write(true, content.slice(), callback);
  }

  /** Returns whether the client already has the answer with a tag. */
  static boolean isKnown(Request request, String tag) {
    // Packed answers have tags of their own, so a weak tag is as good as a strong one.
    return request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
        .flatMap(list -> Stream.of(list.split(",")))
        .map(String::strip)
        .map(given -> given.startsWith("W/") ? given.substring(2) : given)
        .anyMatch(given -> given.equals(tag) || given.equals("*"));
  }

  /** Returns a content packed with gzip. */
  static ByteBuffer packed(ByteBuffer content) {
    byte[] plain = new byte[content.remaining()];
    content.slice().get(plain);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return ByteBuffer.wrap(packed.toByteArray());
  }

  static void problem(Response response, Callback callback, Problem problem) {
    response.setStatus(problem.status());
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    if (problem.isTemporary()) {
      headers.put(HttpHeader.RETRY_AFTER, "1");
    }
    content(
        response,
        callback,
        "application/problem+json",
        StandardCharsets.UTF_8.encode(problem.json()));
  }
}
