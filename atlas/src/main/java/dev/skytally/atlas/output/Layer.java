package dev.skytally.atlas.output;

import dev.skytally.GridTally;
import dev.skytally.report.world.WorldFigures;
import dev.skytally.report.world.WorldFigures.WorldFigure;
import java.io.Serializable;
import java.util.List;

/**
 * A layer of an atlas: one figure of one system.
 *
 * @param name the name in all formats, for example {@code gps_mean}
 * @param description for people
 * @param isOfLeaders whether its values are numbers of systems
 */
public record Layer(String name, String description, boolean isOfLeaders) implements Serializable {
  /** Returns the layers of a tally, in the order of {@link WorldFigures}. */
  public static List<Layer> of(GridTally tally) {
    return of(WorldFigures.of(tally));
  }

  /** Returns the layers of figures. */
  public static List<Layer> of(List<WorldFigure> figures) {
    return figures.stream()
        .map(WorldFigure::band)
        .map(band -> new Layer(band.name(), band.description(), band.isOfClasses()))
        .toList();
  }

  /** Returns the figure without the system, for example {@code mean}. */
  String figure() {
    return name.substring(name.indexOf('_') + 1);
  }

  /** Returns whether the values are shares of the time, 0 to 1. */
  boolean isShare() {
    return figure().startsWith("share_");
  }
}
