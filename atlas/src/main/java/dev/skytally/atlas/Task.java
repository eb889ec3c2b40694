package dev.skytally.atlas;

import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.api.java.function.Function;

/**
 * A task on an item. Its failure is an outcome, so that one item never stops the others.
 *
 * @param <T> the type of the items
 */
abstract class Task<T extends Serializable> implements Function<T, Outcome> {
  private static final long serialVersionUID = 1;

  /** Returns the name of an item for people. */
  abstract String name(T item);

  /** Does the work, and returns a short text for the driver. */
  abstract String run(T item) throws IOException;

  @Override
  public final Outcome call(T item) {
    try {
      return new Outcome(name(item), run(item), "");
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      String message = e.getMessage() == null ? "" : ": " + e.getMessage();
      return new Outcome(name(item), "", e.getClass().getSimpleName() + message);
    }
  }
}
