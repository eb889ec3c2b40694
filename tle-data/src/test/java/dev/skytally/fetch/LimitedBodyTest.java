package dev.skytally.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
  private static final int LIMIT_BYTES = 1 << 20;

  private final LimitedBody limited = new LimitedBody(LIMIT_BYTES);
  private final CompletableFuture<byte[]> body = limited.getBody().toCompletableFuture();
  private final Connection connection = new Connection();

  /** Counts what the body asks for. */
  private static final class Connection implements Flow.Subscription {
    private long requested;
    private boolean isCancelled;

    @Override
    public void request(long pieces) {
      requested += pieces;
    }

    @Override
    public void cancel() {
      isCancelled = true;
    }
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.wrap(new byte[count]);
  }

  @Test
  void bodyIsTakenPieceByPieceInOrder() {
    limited.onSubscribe(connection);
    assertEquals(1, connection.requested);
    limited.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
    assertEquals(2, connection.requested);
    limited.onNext(List.of(ByteBuffer.wrap(new byte[] {4})));
    assertFalse(body.isDone());
    limited.onComplete();
    assertArrayEquals(new byte[] {1, 2, 3, 4}, body.join());
  }

  @Test
  void bodyOfExactlyTheLimitIsTaken() {
    limited.onSubscribe(connection);
    limited.onNext(List.of(bytes(LIMIT_BYTES - 1), bytes(1)));
    limited.onComplete();
    assertEquals(LIMIT_BYTES, body.join().length);
    assertFalse(connection.isCancelled);
  }

  @Test
  void oneByteMoreEndsTheConnection() {
    limited.onSubscribe(connection);
    limited.onNext(List.of(bytes(LIMIT_BYTES), bytes(1), bytes(1)));
    assertTrue(connection.isCancelled);
    assertEquals(1, connection.requested, "no more is requested");
    Throwable cause = assertThrows(CompletionException.class, body::join).getCause();
    assertInstanceOf(LimitedBody.TooLargeException.class, cause);
    assertEquals("the answer is larger than 1 MiB, the most that is read", cause.getMessage());
  }

  @Test
  void brokenConnectionIsAnError() {
    limited.onSubscribe(connection);
    IOException broken = new IOException("reset");
    limited.onError(broken);
    assertSame(broken, assertThrows(CompletionException.class, body::join).getCause());
  }
}
