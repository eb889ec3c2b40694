package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads OMM in KVN: a line {@code KEYWORD = value [unit]} for each keyword, with any number of
 * messages. A message begins with its version or, if that is missing, with the name of its object.
 */
final class KvnOmmReader {
  static final String FIRST_KEYWORD = "CCSDS_OMM_VERS";

  private final TextFile file;
  private final SnapshotBuilder snapshot;
  private @Nullable OmmMessage message;
  private StringBuilder messageText = new StringBuilder();

  private KvnOmmReader(TextFile file, SnapshotBuilder snapshot) {
    this.file = file;
    this.snapshot = snapshot;
  }

  static void read(TextFile file, SnapshotBuilder snapshot) throws InputFormatException {
    KvnOmmReader reader = new KvnOmmReader(file, snapshot);
    int number = 0;
    for (Iterator<String> lines = file.text().lines().iterator(); lines.hasNext(); ) {
      reader.accept(lines.next(), ++number);
    }
    reader.endMessage();
  }

  private void accept(String line, int number) throws InputFormatException {
    String stripped = line.strip();
    boolean isComment = stripped.startsWith("COMMENT") || stripped.startsWith("#");
    if (stripped.isEmpty() || isComment) {
      return;
    }
    int equals = line.indexOf('=');
    if (equals < 0) {
      snapshot.reject(
          0,
          "",
          file.problem(
              number, 1, "found " + TextFile.quoted(stripped) + ", expected KEYWORD = value"));
      return;
    }
    String keyword = line.substring(0, equals).strip();
    if (message == null || beginsNext(message, keyword)) {
      endMessage();
      message = new OmmMessage(file, number, 1);
    }
    String value = line.substring(equals + 1);
    if (!keyword.equals(OmmKeyword.OBJECT_NAME.name())) {
      value = withoutUnit(value);
    }
    int column = equals + 2 + value.length() - value.stripLeading().length();
    message.put(keyword, value, number, column);
    messageText.append(stripped).append('\n');
  }

  /** Returns whether a keyword begins the message after another. */
  private static boolean beginsNext(OmmMessage message, String keyword) {
    return keyword.equals(FIRST_KEYWORD)
        || (keyword.equals(OmmKeyword.OBJECT_NAME.name()) && message.has(OmmKeyword.OBJECT_NAME));
  }

  private static String withoutUnit(String value) {
    int unit = value.lastIndexOf('[');
    return unit >= 0 && value.stripTrailing().endsWith("]") ? value.substring(0, unit) : value;
  }

  private void endMessage() throws InputFormatException {
    if (message != null) {
      message.end(messageText.toString().stripTrailing(), snapshot);
      messageText = new StringBuilder();
    }
  }
}
