package dev.skytally.cli.report;

import dev.skytally.input.TextFile;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/**
 * Builds the text of one SVG picture. Coordinates are pixels to the right and down, written to a
 * tenth; attributes are names and values in turn, a path of straight lines being a value too.
 */
final class SvgText {
  static final String INK = "#1f2328";
  static final String LIGHT_INK = "#57606a";

  private final StringBuilder text = new StringBuilder(65_536);

  /** A number of pixels, as {@code 12.3}. */
  static String pixels(double value) {
    return Decimals.plain(value, 1);
  }

  static Path2D line(double fromX, double fromY, double toX, double toY) {
    Path2D line = new Path2D.Double();
    line.moveTo(fromX, fromY);
    line.lineTo(toX, toY);
    return line;
  }

  void element(String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
    text.append("/>\n");
  }

  /** A line without a fill. */
  void stroke(Path2D path, String color, double width, Object... more) {
    text.append("<path");
    attributes("d", path, "fill", "none", "stroke", color, "stroke-width", width);
    attributes("stroke-linejoin", "round");
    attributes(more);
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

  /** What the picture is about, in bold. */
  void title(double x, double y, String words, int size) {
    words(x, y, words, "font-size", size, "font-weight", "bold", "fill", INK);
  }

  void begin(String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
    text.append(">\n");
  }

  void end(String name) {
    text.append("</").append(name).append(">\n");
  }

  /**
   * The whole picture, on white.
   *
   * @param title what the picture shows, for those who do not see it
   */
  String picture(int width, double leastHeight, String title) {
    int height = (int) Math.ceil(leastHeight);
    SvgText whole = new SvgText();
    whole.begin(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "role",
        "img",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 " + width + " " + height,
        "font-family",
        "sans-serif");
    whole.title(title);
    whole.element("rect", "width", width, "height", height, "fill", "#ffffff");
    whole.text.append(text);
    whole.end("svg");
    return whole.text.toString();
  }

  private void title(String title) {
    text.append("<title>").append(escaped(title)).append("</title>");
  }

  private void attributes(Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      text.append(' ').append(namesAndValues[i]).append("=\"");
      text.append(
          value instanceof Double number
              ? pixels(number)
              : value instanceof Path2D path ? data(path) : escaped(value.toString()));
      text.append('"');
    }
  }

  private static String data(Path2D path) {
    StringBuilder data = new StringBuilder();
    double[] point = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int segment = i.currentSegment(point);
      if (segment == PathIterator.SEG_CLOSE) {
        data.append('Z');
      } else {
        data.append(segment == PathIterator.SEG_MOVETO ? 'M' : 'L');
        data.append(pixels(point[0])).append(' ').append(pixels(point[1]));
      }
    }
    return data.toString();
  }

  /** Words as they may stand in XML, within an element or an attribute. */
  static String escaped(String words) {
    return TextFile.printable(words)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
