package dev.skytally.atlas.output;

import dev.skytally.geography.WorldMap;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.draw.ColorScale;
import dev.skytally.report.draw.MapFrame;
import dev.skytally.report.draw.MapProjection;
import dev.skytally.report.draw.Typeface;
import dev.skytally.report.text.Decimals;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Draws maps of values of one grid with coasts, borders, a title and a legend, as PNG. What all
 * these maps have in common is computed only once.
 */
final class MapPicture {
  private static final int WIDTH = 1200;
  private static final int MARGIN = 30;
  private static final int MOST_MAP_HEIGHT = 900;
  private static final int TITLE_SIZE = 24;
  private static final double MAP_TOP = 2.0 * MARGIN + TITLE_SIZE;
  private static final int TEXT_SIZE = 16;
  private static final double MARK_BOTTOM = MARGIN + TITLE_SIZE + TEXT_SIZE + 6;
  private static final int LEGEND_HEIGHT = 16;
  private static final int LEGEND_ROOM = 3 * TEXT_SIZE + LEGEND_HEIGHT;
  private static final Color INK = new Color(0x1f2328);
  private static final Color FAINT_INK = new Color(0x57606a);
  private static final int NOWHERE = -1;

  static {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
  }

  private final int height;
  private final double legendTop;
  private final int columns;

  /** The number of the value under each pixel, by row, then column; {@link #NOWHERE} for none. */
  private final int[] valueOfPixel;

  /** The mark, coasts, borders and the edge of the map, on a transparent ground. */
  private final BufferedImage lines;

  /**
   * Prepares the maps.
   *
   * @param mark what is below each title
   * @param rows the rows of values, which divide the grid evenly but for the last one
   * @param columns the columns of values, likewise
   * @param degrees the side of a value
   */
  MapPicture(WorldGrid grid, WorldMap map, String mark, int rows, int columns, double degrees) {
    MapFrame frame =
        MapFrame.of(
            grid, MapProjection.ROBINSON, MARGIN, MAP_TOP, WIDTH - 2.0 * MARGIN, MOST_MAP_HEIGHT);
    legendTop = MAP_TOP + frame.height() + MARGIN;
    height = (int) Math.ceil(legendTop + LEGEND_ROOM);
    this.columns = columns;
    valueOfPixel = valueOfPixel(grid, frame, rows, degrees);
    lines = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = graphics(lines);
    drawLines(graphics, frame, map);
    graphics.setColor(INK);
    graphics.fill(Typeface.REGULAR.outline(mark, MARGIN, MARK_BOTTOM, TEXT_SIZE));
    graphics.dispose();
  }

  private int[] valueOfPixel(WorldGrid grid, MapFrame frame, int rows, double degrees) {
    int[] values = new int[WIDTH * height];
    Arrays.fill(values, NOWHERE);
    double north = grid.latitudeDegrees(0) + grid.resolutionDegrees() / 2;
    double west = grid.longitudeDegrees(0) - grid.resolutionDegrees() / 2;
    int right = (int) Math.ceil(frame.left() + frame.width());
    for (int y = (int) frame.top(); y < frame.top() + frame.height(); y++) {
      double latitude = frame.latitudeDegrees(y + 0.5);
      int row = bounded((north - latitude) / degrees, rows);
      for (int x = (int) frame.left(); x < right; x++) {
        double longitude = frame.longitudeDegrees(x + 0.5, latitude);
        if (frame.holds(longitude)) {
          int column = bounded((longitude - west) / degrees, columns);
          values[y * WIDTH + x] = row * columns + column;
        }
      }
    }
    return values;
  }

  /** Returns the edges of a scale as labels. */
  static List<String> edges(ColorScale scale, String unit) {
    return IntStream.rangeClosed(0, scale.classes())
        .mapToObj(i -> Decimals.plain(scale.edge(i), 3) + unit)
        .toList();
  }

  /**
   * Draws a picture.
   *
   * @param values by row and column
   * @param labels what is under each edge of the scale, or in the middle of each class
   */
  byte[] png(String title, float[][] values, ColorScale scale, List<String> labels)
      throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(image);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, height);
    graphics.setColor(INK);
    graphics.fill(Typeface.BOLD.outline(title, MARGIN, MARGIN + TITLE_SIZE, TITLE_SIZE));
    colour(image, values, scale);
    graphics.drawImage(lines, 0, 0, null);
    drawLegend(graphics, scale, labels);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  private void colour(BufferedImage image, float[][] values, ColorScale scale) {
    for (int pixel = 0; pixel < valueOfPixel.length; pixel++) {
      int at = valueOfPixel[pixel];
      if (at != NOWHERE) {
        float value = values[at / columns][at % columns];
        int rgb = Float.isNaN(value) ? ColorScale.LIGHT_GREY : scale.rgbOf(value);
        image.setRGB(pixel % WIDTH, pixel / WIDTH, rgb);
      }
    }
  }

  private static int bounded(double index, int size) {
    return (int) Math.max(0, Math.min(size - 1, Math.floor(index)));
  }

  private static void drawLines(Graphics2D graphics, MapFrame frame, WorldMap map) {
    Shape clip = graphics.getClip();
    graphics.clip(frame.outline());
    stroke(graphics, frame.path(map.borders()), new Color(0, 0, 0, 70), 0.6f);
    stroke(graphics, frame.path(map.coasts()), new Color(0, 0, 0, 215), 0.8f);
    graphics.setClip(clip);
    stroke(graphics, frame.outline(), FAINT_INK, 1.2f);
  }

  private static void stroke(Graphics2D graphics, Shape shape, Color color, float width) {
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  private void drawLegend(Graphics2D graphics, ColorScale scale, List<String> labels) {
    double width = (WIDTH - 4.0 * MARGIN) / scale.classes();
    boolean ofClasses = labels.size() == scale.classes();
    for (int i = 0; i < scale.classes(); i++) {
      Rectangle2D box =
          new Rectangle2D.Double(2.0 * MARGIN + i * width, legendTop, width, LEGEND_HEIGHT);
      graphics.setColor(new Color(scale.rgb(i)));
      graphics.fill(box);
      stroke(graphics, box, FAINT_INK, 0.5f);
    }
    graphics.setColor(INK);
    for (int i = 0; i < labels.size(); i++) {
      double middle = 2.0 * MARGIN + (ofClasses ? i + 0.5 : i) * width;
      String label = labels.get(i);
      double left = middle - Typeface.REGULAR.width(label, TEXT_SIZE) / 2;
      graphics.fill(
          Typeface.REGULAR.outline(
              label, left, legendTop + LEGEND_HEIGHT + TEXT_SIZE + 6, TEXT_SIZE));
    }
  }
}
