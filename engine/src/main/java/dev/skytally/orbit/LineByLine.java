package dev.skytally.orbit;

import java.io.Reader;

/**
 * A text that is delivered line by line, so that it shows which line a parser read last, even if
 * the parser buffers what it reads.
 */
final class LineByLine extends Reader {
  private final String text;
  private int position;
  private int lineBegin;
  private int lines;

  LineByLine(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (position == text.length()) {
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
