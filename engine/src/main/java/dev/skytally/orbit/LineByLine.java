package dev.skytally.orbit;

import java.io.Reader;

/**
 * A text that a parser reads line by line. It records which line the parser read last, even if the
 * parser buffers its input. It stops a parser that does not stop at the end of the text.
 */
final class LineByLine extends Reader {
  /** The number of reads at the end of the text after which a parser counts as never stopping. */
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

  /** Returns the number of the latest line, from one; zero before the first. */
  int number() {
    return lines;
  }

  /** Returns the latest line. */
  String line() {
    return text.substring(lineBegin, position).stripTrailing();
  }
}
