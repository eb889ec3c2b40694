package dev.skytally.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes a whole reply. */
final class Reply {
  /** Each thread keeps a copy of the largest piece that it has written, outside the heap. */
  private static final int PIECE_BYTES = 262_144;

  private Reply() {}

  static void content(Response response, Callback callback, String mediaType, ByteBuffer content) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, mediaType);
    headers.put(HttpHeader.CONTENT_LENGTH, content.remaining());
    write(response, content.slice(), callback);
  }

  /** Writes the last part of a body. */
  static void write(Content.Sink body, ByteBuffer content, Callback callback) {
    if (content.remaining() <= PIECE_BYTES) {
      body.write(true, content, callback);
    } else {
      Content.copy(Content.Source.from(pieces(content)), body, callback);
    }
  }

  private static ByteBuffer[] pieces(ByteBuffer content) {
    List<ByteBuffer> pieces = new ArrayList<>();
    for (int at = 0; at < content.remaining(); at += PIECE_BYTES) {
      int length = Math.min(PIECE_BYTES, content.remaining() - at);
      pieces.add(content.slice(content.position() + at, length));
    }
    return pieces.toArray(ByteBuffer[]::new);
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
