package dev.skytally.elements;

/**
 * An element set that could not be used, and why. One bad element set never spoils its neighbours.
 *
 * @param catalogNumber the catalogue number as far as it could be read, else 0
 * @param name the name as far as it could be read, else empty
 * @param reason one line that names file, line, column, what was found and what was expected
 */
public record ElementSetProblem(int catalogNumber, String name, String reason) {
  /** The reason after the name and catalogue number, as far as they could be read. */
  public String text() {
    String number = catalogNumber == 0 ? "" : "(" + catalogNumber + ")";
    String who = (name + " " + number).strip();
    return who.isEmpty() ? reason : who + ": " + reason;
  }
}
