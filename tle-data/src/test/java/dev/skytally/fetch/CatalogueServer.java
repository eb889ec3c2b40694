package dev.skytally.fetch;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A server on the loopback address that gives every connection the same reply and counts them. */
final class CatalogueServer implements AutoCloseable {
  /** Writes the whole of an answer, head and body, or as much of it as the case wants. */
  interface Reply {
    void writeTo(OutputStream out) throws IOException;

    /** A reply after which the connection stays open until the client ends it. */
    default boolean stalls() {
      return false;
    }
  }

  private final ServerSocket socket;
  private final Reply reply;
  private final List<List<String>> heads = new CopyOnWriteArrayList<>();

  CatalogueServer(Reply reply) throws IOException {
    this.reply = reply;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::serve, "catalogue server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  URI service() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/NORAD/elements/gp.php");
  }

  FetchSource gnss(FetchSource.Format format) {
    return FetchSource.group(service(), "gnss", format);
  }

  /** The lines of each request's head, in order of arrival. */
  List<List<String>> heads() {
    return List.copyOf(heads);
  }

  private void serve() {
    while (true) {
      try (Socket client = socket.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        List<String> head = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          head.add(line);
        }
        heads.add(head);
        reply.writeTo(client.getOutputStream());
        if (reply.stalls()) {
          in.read();
        }
      } catch (IOException e) {
        if (socket.isClosed()) {
          return;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  static Reply answer(String status, String body) {
    return answer(status, "", body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An answer with its length.
   *
   * @param fields of the head, each with a line end
   */
  static Reply answer(String status, String fields, byte[] body) {
    return out -> {
      out.write(head(status, fields + "Content-Length: " + body.length + "\r\n"));
      out.write(body);
    };
  }

  static byte[] head(String status, String fields) {
    return ("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + fields + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
