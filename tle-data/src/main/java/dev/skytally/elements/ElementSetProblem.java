package dev.skytally.elements;

/**
 * An element set that could not be used, with the reason. It never affects its neighbours.
 *
 * <p>Immutable.
 *
 * @param catalogNumber the catalogue number, or 0 if it could not be read
 * @param name the name, or empty if it could not be read
 * @param reason one line with file, line, column, the text found and the text expected
 */
public record ElementSetProblem(int catalogNumber, String name, String reason) {
  /**
   * The reason after the name and catalogue number, as far as they could be read.
   *
   * @return the problem with the satellite
   */
  public String text() {
    String number = catalogNumber == 0 ? "" : "(" + catalogNumber + ")";
    String who = (name + " " + number).strip();
    return who.isEmpty() ? reason : who + ": " + reason;
  }
}
