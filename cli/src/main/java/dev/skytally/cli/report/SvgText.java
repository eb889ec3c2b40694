package dev.skytally.cli.report;

import dev.skytally.input.TextFile;

/**
 * Builds the text of one SVG picture. Coordinates are pixels to the right and down, written to a
 * tenth; attributes are names and values in turn.
 */
final class SvgText {
  static final String INK = "#1f2328";
  static final String LIGHT_INK = "#57606a";

  private final StringBuilder text = new StringBuilder(65_536);

  /**
   * A picture on white.
   *
   * @param title what the picture shows, for those who do not see it
   */
  SvgText(int width, int height, String title) {
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    attributes("width", width, "height", height, "viewBox", "0 0 " + width + " " + height);
    attributes("font-family", "sans-serif");
    text.append(">\n");
    title(title);
    text.append('\n');
    element("rect", "width", width, "height", height, "fill", "#ffffff");
  }

  /** A number of pixels, as {@code 12.3}. */
  static String pixels(double value) {
    return Decimals.plain(value, 1);
  }

  void element(String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
    text.append("/>\n");
  }

  /** An element that names what it shows when it is pointed at. */
  void titled(String title, String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
    text.append('>');
    title(title);
    text.append("</").append(name).append(">\n");
  }

  void words(double x, double y, String words, Object... attributes) {
    text.append("<text");
    attributes("x", x, "y", y);
    attributes(attributes);
    text.append('>').append(escaped(words)).append("</text>\n");
  }

  void begin(String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
    text.append(">\n");
  }

  void end(String name) {
    text.append("</").append(name).append(">\n");
  }

  /** The whole picture; nothing can be added afterwards. */
  String finish() {
    end("svg");
    return text.toString();
  }

  private void title(String title) {
    text.append("<title>").append(escaped(title)).append("</title>");
  }

  private void attributes(Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      text.append(' ').append(namesAndValues[i]).append("=\"");
      text.append(value instanceof Double number ? pixels(number) : escaped(value.toString()));
      text.append('"');
    }
  }

  private static String escaped(String words) {
    return TextFile.printable(words)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
