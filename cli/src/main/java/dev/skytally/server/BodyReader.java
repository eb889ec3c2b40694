package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Reads a body, which may arrive in parts.
 *
 * <p>A body that is too large is read to its end before it is rejected, without being kept. A reply
 * that comes earlier is lost by many clients, and Jetty gives the rest of the body to the next
 * request on the connection. Only a body that is very large is rejected earlier.
 */
final class BodyReader implements Runnable {
  /** The bodies that are read to their ends, as a multiple of the largest that is kept. */
  private static final int MOST_DISCARDED = 16;

  private final Content.Source source;
  private final int mostBytes;
  private final Consumer<ByteBuffer> whole;
  private final Consumer<Problem> wrong;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long bytes;

  /**
   * Creates a reader that calls one of two actions at the end.
   *
   * @param mostBytes the size of the largest body
   * @param whole is given the body
   * @param wrong is given what is wrong with it
   */
  BodyReader(
      Content.Source source, int mostBytes, Consumer<ByteBuffer> whole, Consumer<Problem> wrong) {
    this.source = source;
    this.mostBytes = mostBytes;
    this.whole = whole;
    this.wrong = wrong;
  }

  /** Reads what has arrived, and goes on when there is more. */
  @Override
  public void run() {
    boolean isLast = false;
    while (!isLast && bytes <= (long) MOST_DISCARDED * mostBytes) {
      Content.Chunk chunk = source.read();
      if (chunk == null) {
        source.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        wrong.accept(
            new Problem(Kind.WRONG_REQUEST, "the body ends too early or comes too slowly"));
        return;
      }
      keep(chunk.getByteBuffer());
      isLast = chunk.isLast();
      chunk.release();
    }
    if (bytes <= mostBytes) {
      whole.accept(ByteBuffer.wrap(kept.toByteArray()));
    } else {
      wrong.accept(
          new Problem(Kind.LARGE_BODY, "the body is larger than %s bytes".formatted(mostBytes)));
    }
  }

  private void keep(ByteBuffer part) {
    bytes += part.remaining();
    if (bytes <= mostBytes) {
      kept.writeBytes(BufferUtil.toArray(part));
    }
  }
}
