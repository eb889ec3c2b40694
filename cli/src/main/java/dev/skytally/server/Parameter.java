package dev.skytally.server;

/** A parameter of a resource. */
public record Parameter(String name, Type type, boolean isRequired, String description) {

  /** The type of its value. */
  public enum Type {
    TEXT,
    NUMBER,
    INTEGER,
    /** True or false. */
    FLAG
  }
}
