package dev.skytally.server;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of a resource.
 *
 * @param values the only values that it may have; empty if there are others
 */
public record Parameter(
    String name,
    Type type,
    boolean isRequired,
    List<String> values,
    Optional<String> usual,
    String description) {

  /** The type of its value. */
  public enum Type {
    TEXT,
    NUMBER,
    INTEGER,
    /** True or false. */
    FLAG
  }

  public Parameter {
    values = List.copyOf(values);
  }
}
