package dev.skytally.server;

import dev.skytally.internal.input.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the few files that are the same for everyone. */
final class StaticFiles extends Handler.Abstract {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  /** A file as it is and packed, and the beginning of its tags. */
  private record File(ByteBuffer plain, ByteBuffer packed, String tag) {}

  private final Function<String, Optional<byte[]>> contents;
  private final Map<String, File> files = new ConcurrentHashMap<>();

  /**
   * @param contents gives the content of a file by its name, for example {@code "/index.html"}
   */
  StaticFiles(Function<String, Optional<byte[]>> contents) {
    this.contents = contents;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    String name = path.endsWith("/") ? path + "index.html" : path;
    String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    String method = request.getMethod();
    if (mediaType == null || !(HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method))) {
      return false;
    }
    Optional<File> found = file(name);
    if (found.isEmpty()) {
      return false;
    }
    boolean packs = request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING, "gzip");
    File file = found.get();
    String tag = '"' + file.tag() + (packs ? "-gzip\"" : "\"");
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
    headers.add(HttpHeader.VARY, "Accept-Encoding");
    headers.put(HttpHeader.ETAG, tag);
    if (Reply.isKnown(request, tag)) {
      response.setStatus(304);
      callback.succeeded();
      return true;
    }
    if (packs) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    Reply.content(response, callback, mediaType, packs ? file.packed() : file.plain());
    return true;
  }

  private Optional<File> file(String name) {
    File known = files.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    return contents
        .apply(name)
        .map(
            content -> {
              ByteBuffer plain = ByteBuffer.wrap(content);
              String digest = Sha256.of(new String(content, StandardCharsets.UTF_8));
              File file = new File(plain, Reply.packed(plain), digest.substring(0, 32));
              files.put(name, file);
              return file;
            });
  }
}
