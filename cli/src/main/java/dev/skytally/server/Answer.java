package dev.skytally.server;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * An answer in the format of its question.
 *
 * @param warnings about it, one line each
 */
public record Answer(ByteBuffer content, List<String> warnings) {
  public Answer {
    content = content.asReadOnlyBuffer();
    warnings = List.copyOf(warnings);
  }
}
