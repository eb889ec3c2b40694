package dev.skytally.atlas;

import java.io.Serializable;

/**
 * What became of a task.
 *
 * @param name the name of its item
 * @param result a short text for the driver
 * @param problem why it failed; empty if it did not
 */
record Outcome(String name, String result, String problem) implements Serializable {
  boolean isFailed() {
    return !problem.isEmpty();
  }
}
