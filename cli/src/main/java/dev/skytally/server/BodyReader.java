package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Reads a body, which may arrive in parts.
 *
 * <p>A body that is too large, or for which there is no memory, is read to its end before it is
 * rejected, without being kept. A reply that comes earlier is lost by many clients. Only a body
 * that is very large, or comes slowly, is rejected earlier, which closes its connection.
 */
final class BodyReader implements Runnable {
  /** The bodies that are read to their ends, as a multiple of the largest that is kept. */
  private static final int MOST_DISCARDED = 16;

  private final Content.Source source;
  private final int mostBytes;
  private final Duration longest;
  private final Semaphore free;
  private final Consumer<ByteBuffer> whole;
  private final Consumer<Problem> wrong;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final long begunNanos = System.nanoTime();
  private long bytes;

  /**
   * Creates a reader that calls one of two actions at the end.
   *
   * @param mostBytes the size of the largest body
   * @param longest the time after which a body that has not arrived whole is rejected
   * @param free the bytes that the bodies of all requests may still take
   * @param whole is given the body
   * @param wrong is given what is wrong with it
   */
  BodyReader(
      Content.Source source,
      int mostBytes,
      Duration longest,
      Semaphore free,
      Consumer<ByteBuffer> whole,
      Consumer<Problem> wrong) {
    this.source = source;
    this.mostBytes = mostBytes;
    this.longest = longest;
    this.free = free;
    this.whole = whole;
    this.wrong = wrong;
  }

  /** Reads what has arrived, and goes on when there is more. */
  @Override
  public void run() {
    boolean isLast = false;
    while (!isLast && bytes <= (long) MOST_DISCARDED * mostBytes) {
      if (System.nanoTime() - begunNanos > longest.toNanos()) {
        reject(tooSlow());
        return;
      }
      Content.Chunk chunk = source.read();
      if (chunk == null) {
        source.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        boolean isSilent = chunk.getFailure() instanceof TimeoutException;
        reject(
            isSilent
                ? tooSlow()
                : new Problem(Kind.WRONG_REQUEST, "the body ends before it is whole"));
        return;
      }
      keep(chunk.getByteBuffer());
      isLast = chunk.isLast();
      chunk.release();
    }
    if (bytes > mostBytes) {
      reject(
          new Problem(Kind.LARGE_BODY, "the body is larger than %s bytes".formatted(mostBytes))
              .withLimit(mostBytes));
    } else if (kept.size() < bytes) {
      reject(
          new Problem(Kind.BUSY, "too many bodies arrive at the same time, ask again in a second"));
    } else {
      ByteBuffer body = ByteBuffer.wrap(kept.toByteArray());
      free.release(kept.size());
      whole.accept(body);
    }
  }

  private void reject(Problem problem) {
    free.release(kept.size());
    wrong.accept(problem);
  }

  private Problem tooSlow() {
    return new Problem(
        Kind.SLOW_REQUEST,
        "the body has not arrived whole within %s s".formatted(longest.toSeconds()));
  }

  private void keep(ByteBuffer part) {
    int size = part.remaining();
    boolean isWhole = kept.size() == bytes;
    bytes += size;
    if (isWhole && bytes <= mostBytes && free.tryAcquire(size)) {
      kept.writeBytes(BufferUtil.toArray(part));
    }
  }
}
