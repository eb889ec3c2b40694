package dev.skytally.report.draw;

import dev.skytally.input.TextFile;
import dev.skytally.report.text.Decimals;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

/**
 * Builds the text of one SVG picture. Coordinates are pixels to the right and down, rounded to a
 * tenth. Attributes are names and values in turn; a value may be a path.
 */
public final class SvgText {
  public static final String INK = "#1f2328";
  public static final String LIGHT_INK = "#57606a";

  private final StringBuilder text = new StringBuilder(65_536);
  private final List<SvgPicture.Line> lines = new ArrayList<>();

  /** The styles of the open element and of those around it. */
  private final Deque<SvgPicture.Style> styles =
      new ArrayDeque<>(List.of(SvgPicture.Style.DEFAULT));

  /** Returns a number of pixels, for example {@code 12.3}. */
  public static String pixels(double value) {
    return Decimals.plain(value, 1);
  }

  public static Path2D line(double fromX, double fromY, double toX, double toY) {
    Path2D line = new Path2D.Double();
    line.moveTo(fromX, fromY);
    line.lineTo(toX, toY);
    return line;
  }

  public void element(String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
    text.append("/>\n");
  }

  /** Draws a line without a fill. */
  public void stroke(Path2D path, String color, double width, Object... more) {
    text.append("<path");
    attributes("d", path, "fill", "none", "stroke", color, "stroke-width", width);
    attributes("stroke-linejoin", "round");
    attributes(more);
    text.append("/>\n");
  }

  /** Adds an element with a title, which viewers show when the pointer is on it. */
  public void titled(String title, String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
    text.append('>');
    title(title);
    text.append("</").append(name).append(">\n");
  }

  public void words(double x, double y, String words, Object... attributes) {
    StringBuilder asText = new StringBuilder("<text");
    append(asText, "x", x, "y", y);
    append(asText, attributes);
    StringBuilder asOutline = new StringBuilder("<path");
    append(asOutline, attributes);
    lines.add(
        new SvgPicture.Line(
            text.length(),
            asText.toString(),
            asOutline.toString(),
            styles.element().with(attributes),
            x,
            y,
            TextFile.printable(words)));
  }

  /** Adds the title of the picture, in bold. */
  public void title(double x, double y, String words, int size) {
    title(x, y, words, size, INK);
  }

  public void title(double x, double y, String words, int size, String color) {
    words(x, y, words, "font-size", size, "font-weight", "bold", "fill", color);
  }

  public void begin(String name, Object... attributes) {
    text.append('<').append(name);
    attributes(attributes);
    text.append(">\n");
    styles.push(styles.element().with(attributes));
  }

  public void end(String name) {
    styles.pop();
    text.append("</").append(name).append(">\n");
  }

  /**
   * Returns the whole picture, on white.
   *
   * @param title a description of the picture for screen readers
   */
  public SvgPicture picture(int width, double leastHeight, String title) {
    return picture(width, leastHeight, title, "#ffffff");
  }

  /** Returns the whole picture, on a paper of some colour. */
  public SvgPicture picture(int width, double leastHeight, String title, String paper) {
    int height = (int) Math.ceil(leastHeight);
    SvgText head = new SvgText();
    head.title(title);
    head.element("rect", "width", width, "height", height, "fill", paper);
    return new SvgPicture(width, height, head.text.toString(), text.toString(), lines);
  }

  /** Finds the colour of a place on a map. */
  public interface CellColors {
    /** Returns the colour as 0xRRGGBB. */
    int rgb(double latitudeDegrees, double longitudeDegrees);
  }

  /** Fills a map with an image of colours, which has a number of dots along a pixel. */
  public void cells(MapFrame frame, double dotsPerPixel, CellColors colors) {
    int width = (int) Math.round(frame.width() * dotsPerPixel);
    int height = (int) Math.round(frame.height() * dotsPerPixel);
    double dotWidth = frame.width() / width;
    double dotHeight = frame.height() / height;
    int[] dots = new int[width * height];
    for (int row = 0; row < height; row++) {
      double latitude = frame.latitudeDegrees(frame.top() + (row + 0.5) * dotHeight);
      for (int column = 0; column < width; column++) {
        double x = frame.left() + (column + 0.5) * dotWidth;
        double longitude = frame.longitudeDegrees(x, latitude);
        dots[row * width + column] = frame.holds(longitude) ? colors.rgb(latitude, longitude) : -1;
      }
    }
    element(
        "image",
        "x",
        frame.left(),
        "y",
        frame.top(),
        "width",
        frame.width(),
        "height",
        frame.height(),
        "preserveAspectRatio",
        "none",
        "href",
        "data:image/png;base64,"
            + Base64.getEncoder().encodeToString(PngImage.of(width, height, dots)));
  }

  private void title(String title) {
    text.append("<title>").append(escaped(title)).append("</title>");
  }

  private void attributes(Object... namesAndValues) {
    append(text, namesAndValues);
  }

  private static void append(StringBuilder text, Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      text.append(' ').append(namesAndValues[i]).append("=\"");
      text.append(
          value instanceof Double number
              ? pixels(number)
              : value instanceof Path2D path ? data(path, 1) : escaped(value.toString()));
      text.append('"');
    }
  }

  /** Returns the SVG data of a path of straight lines and quadratic curves. */
  static String data(Path2D path, int decimals) {
    StringBuilder data = new StringBuilder();
    double[] coordinates = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int segment = i.currentSegment(coordinates);
      int used =
          switch (segment) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CLOSE -> 0;
            default -> throw new IllegalArgumentException("a cubic curve");
          };
      data.append("MLQCZ".charAt(segment));
      for (int k = 0; k < used; k++) {
        data.append(k == 0 ? "" : " ").append(Decimals.plain(coordinates[k], decimals));
      }
    }
    return data.toString();
  }

  /** Escapes words for an element or an attribute of XML. */
  public static String escaped(String words) {
    return TextFile.printable(words)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
