package dev.skytally.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
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
