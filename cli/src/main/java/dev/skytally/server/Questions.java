package dev.skytally.server;

import java.util.List;
import java.util.Optional;

/** The questions that can be asked. Safe for use by several threads. */
public interface Questions {
  List<Resource> resources();

  /**
   * Returns a text that changes whenever the answer to the same question may change; empty if the
   * answer is true only for the moment.
   */
  Optional<String> state(Question question);

  /**
   * Understands a question without answering it.
   *
   * @throws Problem if a value is wrong
   */
  Study understand(Question question) throws Problem;
}
