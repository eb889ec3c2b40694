package dev.skytally.atlas.output;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.store.Store;
import dev.skytally.geography.WorldMap;
import dev.skytally.report.draw.ColorScale;
import dev.skytally.report.draw.SystemMark;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of all layers over the whole period, and of the leaders. */
public final class Pictures {
  public static final String LEADERS = "layers/leaders.png";

  /** What no system leads: a tie, or a place where none has a figure. */
  static final String TIED = "tied or none";

  private static final String SHARE_AHEAD = "_share_ahead";
  private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20};
  private static final int MOST_CLASSES = 12;
  private static final int PERCENT = 100;

  private final Store store;
  private final Plan plan;
  private final WorldMap map;
  private final String mark;

  /**
   * Draws pictures of the layers of an atlas.
   *
   * @param mark what is below each title
   */
  public Pictures(Store store, Plan plan, WorldMap map, String mark) {
    this.store = store;
    this.plan = plan;
    this.map = map;
    this.mark = mark;
  }

  /** Draws all layers; those of one figure have one scale. */
  public void write(List<Layer> layers) throws IOException {
    float[][] any = values(layers.get(0));
    MapPicture picture =
        new MapPicture(plan.grid(), map, mark, any.length, any[0].length, degrees(any));
    Map<String, List<Layer>> byFigure =
        layers.stream().collect(groupingBy(Layer::figure, LinkedHashMap::new, toList()));
    for (List<Layer> ofFigure : byFigure.values()) {
      if (ofFigure.get(0).isOfLeaders()) {
        for (Layer layer : ofFigure) {
          String title = layer.description().replaceFirst(":.*", "");
          writeLeaders(picture, LayerFiles.picture(layer), title, leaders(values(layer)));
        }
      } else {
        writeFigure(picture, ofFigure);
      }
    }
    writeLeadersMostOfTheTime(picture, layers);
  }

  private void writeFigure(MapPicture picture, List<Layer> layers) throws IOException {
    List<float[][]> all = new ArrayList<>();
    float[] range = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    for (Layer layer : layers) {
      float[][] values = values(layer);
      extend(range, values);
      all.add(values);
    }
    ColorScale scale = scale(range);
    String unit = layers.get(0).isShare() ? " %" : "";
    List<String> legend =
        range[0] == range[1]
            ? List.of(Decimals.plain(range[0], 2) + unit + " everywhere")
            : MapPicture.edges(scale, unit);
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      byte[] png = picture.png(layer.description(), all.get(i), scale, legend);
      store.write(LayerFiles.picture(layer), png);
    }
  }

  private float[][] values(Layer layer) throws IOException {
    float[][] values = LayerFiles.readPreview(store, layer);
    if (layer.isShare()) {
      for (float[] row : values) {
        for (int column = 0; column < row.length; column++) {
          row[column] *= PERCENT;
        }
      }
    }
    return values;
  }

  /** Returns the side of a value, which is the resolution doubled some times. */
  private double degrees(float[][] values) {
    double degrees = plan.grid().resolutionDegrees();
    int columns = plan.grid().columns();
    while (columns > values[0].length) {
      columns = (columns + 1) / 2;
      degrees *= 2;
    }
    return degrees;
  }

  private static void extend(float[] range, float[][] values) {
    for (float[] row : values) {
      for (float value : row) {
        range[0] = Float.isNaN(value) ? range[0] : Math.min(range[0], value);
        range[1] = Float.isNaN(value) ? range[1] : Math.max(range[1], value);
      }
    }
  }

  private static ColorScale scale(float[] range) {
    if (range[0] > range[1]) {
      return ColorScale.sequential(0, 1, 1);
    }
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if ((range[1] - range[0]) / STEPS[i] <= MOST_CLASSES) {
        step = STEPS[i];
      }
    }
    double least = Math.floor(range[0] / step) * step;
    int classes = (int) Math.max(1, Math.ceil((range[1] - least) / step - 1e-6));
    return ColorScale.sequential(least, step, classes);
  }

  /** Returns whether there are leaders to draw. */
  public static boolean hasLeaders(List<Layer> layers) {
    return layers.stream().anyMatch(layer -> layer.name().endsWith(SHARE_AHEAD));
  }

  private void writeLeadersMostOfTheTime(MapPicture picture, List<Layer> layers)
      throws IOException {
    if (!hasLeaders(layers)) {
      return;
    }
    List<float[][]> shares = new ArrayList<>();
    for (GnssSystem system : plan.systems()) {
      for (Layer layer : layers) {
        if (layer.name().equals(Words.key(system) + SHARE_AHEAD)) {
          shares.add(values(layer));
        }
      }
    }
    float[][] leaders = new float[shares.get(0).length][shares.get(0)[0].length];
    for (int row = 0; row < leaders.length; row++) {
      for (int column = 0; column < leaders[row].length; column++) {
        leaders[row][column] = leader(shares, row, column);
      }
    }
    writeLeaders(
        picture,
        LEADERS,
        "The system with more in view than every other most of the time",
        leaders);
  }

  /** Returns the indexes of systems for the numbers in a layer, and their number for its 0. */
  private float[][] leaders(float[][] numbers) {
    for (float[] row : numbers) {
      for (int column = 0; column < row.length; column++) {
        row[column] = row[column] == 0 ? plan.systems().size() : row[column] - 1;
      }
    }
    return numbers;
  }

  /** Draws leaders: the indexes of systems, or their number for a tie. */
  private void writeLeaders(MapPicture picture, String file, String title, float[][] leaders)
      throws IOException {
    List<GnssSystem> systems = plan.systems();
    List<String> names = new ArrayList<>();
    int[] rgb = new int[systems.size() + 1];
    for (int i = 0; i < systems.size(); i++) {
      names.add(systems.get(i).displayName());
      rgb[i] = SystemMark.of(systems.get(i)).areaRgb();
    }
    names.add(TIED);
    rgb[systems.size()] = ColorScale.LIGHT_GREY;
    store.write(file, picture.png(title, leaders, ColorScale.ofWholes(rgb), names));
  }

  /** Returns the index of the system that is ahead most of the time, or their number for a tie. */
  private static int leader(List<float[][]> shares, int row, int column) {
    int first = 0;
    boolean tie = false;
    for (int i = 1; i < shares.size(); i++) {
      float share = shares.get(i)[row][column];
      float most = shares.get(first)[row][column];
      tie = share == most || (share < most && tie);
      first = share > most ? i : first;
    }
    return tie ? shares.size() : first;
  }
}
