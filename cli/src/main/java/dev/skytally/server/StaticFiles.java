package dev.skytally.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the files of one folder of the class path, which holds nothing else. */
final class StaticFiles extends Handler.Abstract {
  private static final Pattern NAME = Pattern.compile("/[a-z0-9][a-z0-9_-]*(\\.[a-z0-9]+)+");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json",
          "csv", "text/csv;charset=utf-8",
          "txt", "text/plain;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final String folder;
  private final Map<String, Optional<ByteBuffer>> files = new ConcurrentHashMap<>();

  /**
   * @param folder of the class path, for example {@code "/dev/skytally/report/page/planner"}
   */
  StaticFiles(String folder) {
    this.folder = folder;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    String name = path.equals("/") ? "/index.html" : path;
    String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (!request.getMethod().matches("GET|HEAD")
        || mediaType == null
        || !NAME.matcher(name).matches()) {
      return false;
    }
    Optional<ByteBuffer> content = files.computeIfAbsent(name, this::read);
    if (content.isEmpty()) {
      return false;
    }
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
    Reply.content(response, callback, mediaType, content.get());
    return true;
  }

  private Optional<ByteBuffer> read(String name) {
    try (InputStream file = StaticFiles.class.getResourceAsStream(folder + name)) {
      return file == null ? Optional.empty() : Optional.of(ByteBuffer.wrap(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
