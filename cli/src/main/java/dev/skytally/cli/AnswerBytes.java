package dev.skytally.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps an answer in memory; fails beyond a limit. */
final class AnswerBytes extends OutputStream {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int most;
  private boolean isFull;

  AnswerBytes(int most) {
    this.most = most;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    isFull |= length > most - kept.size();
    if (isFull) {
      throw new IOException("the answer is too large");
    }
    kept.write(bytes, offset, length);
  }

  /** Returns whether something has been written beyond the limit, and lost. */
  boolean isFull() {
    return isFull;
  }

  byte[] toByteArray() {
    return kept.toByteArray();
  }
}
