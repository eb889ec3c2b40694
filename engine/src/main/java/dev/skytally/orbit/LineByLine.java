package dev.skytally.orbit;

import java.io.Reader;

/**
 * A text that is delivered line by line, so that it shows which line a parser read last, even if
 * the parser buffers what it reads. A parser that does not stop at the end is stopped.
 */
final class LineByLine extends Reader {
  /** A parser that goes on after this many reads at the end of the text never stops. */
  private static final int MOST_READS_AT_END = 1_000;

  private final String text;
  private int position;
  private int readsAtEnd;
  private int lineBegin;
  private int lines;

  LineByLine(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (position == text.length()) {
      if (++readsAtEnd > MOST_READS_AT_END) {
        throw new IllegalStateException("the parser reads on after the end of the text");
      }
      return -1;
    }
    if (position == 0 || text.charAt(position - 1) == '\n') {
      lines++;
      lineBegin = position;
    }
    int end = text.indexOf('\n', position) + 1;
    int count = Math.min(length, (end == 0 ? text.length() : end) - position);
    text.getChars(position, position + count, buffer, offset);
    position += count;
    return count;
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  /** The number of the line that was delivered last, from one; zero before the first. */
  int number() {
    return lines;
  }

  /** The line that was delivered last. */
  String line() {
    return text.substring(lineBegin, position).stripTrailing();
  }
}
