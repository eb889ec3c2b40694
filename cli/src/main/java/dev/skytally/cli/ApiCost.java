package dev.skytally.cli;

import dev.skytally.cli.option.ReportOption;
import dev.skytally.cli.option.WorldFile;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.TextFile;
import dev.skytally.server.Cost;
import dev.skytally.server.Format;
import dev.skytally.server.Question;
import dev.skytally.site.SiteList;
import dev.skytally.site.WorldCapitals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The sizes of a question. The limits are such that an answer takes some seconds of one processor,
 * or some minutes with a stream of events.
 */
final class ApiCost {
  private static final double DAY_MILLIS = 86_400_000;

  /** The text of a cell is some hundred bytes. */
  private static final long MOST_CELLS_AS_TEXT = 70_000;

  /** Those of the default grid, of a quarter of a degree. */
  private static final long MOST_CELLS = 1_100_000;

  /** A third of the deadline, so that a busy or slower machine also answers in time. */
  private static final int MOST_SECONDS = 10;

  private static final int MOST_SECONDS_STREAMED = 200;

  /** The number of systems if the question names none. */
  private static final int DEFAULT_SYSTEMS = 2;

  /** A line of a series with all directions is this much longer than one without. */
  private static final int DIRECTIONS_FACTOR = 10;

  private static final int WIDEST_PIXELS = 4_000;

  private final CommandSpec spec;

  private ApiCost(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Returns the sizes of a question.
   *
   * @param spec the command with its options
   * @param question with the list of sites, if it has one
   */
  static List<Cost> of(CommandSpec spec, boolean takesSites, Question question) {
    return new ApiCost(spec).costs(takesSites, question);
  }

  private List<Cost> costs(boolean takesSites, Question question) {
    List<Cost> costs = new ArrayList<>();
    if (spec.userObject() instanceof WorldCommand world) {
      addWorld(world, costs);
    } else if (spec.findOption("--tracks") != null) {
      costs.add(new Cost("minutes of tracks", minutes("--tracks"), 1_500, 1_500, "shorten tracks"));
    } else if (spec.findOption("--duration") != null) {
      double sites =
          takesSites
              ? mostSitesIn(question.body())
              : spec.userObject() instanceof CapitalsCommand ? WorldCapitals.all().size() : 1;
      addSites(sites, question.format() == Format.HTML, costs);
    }
    if (value("--width") instanceof Integer width) {
      costs.add(new Cost("pixels", width, WIDEST_PIXELS, WIDEST_PIXELS, "give a smaller width"));
    }
    return costs;
  }

  private void addWorld(WorldCommand world, List<Cost> costs) {
    WorldGrid grid = world.grid();
    long cells = (long) grid.rows() * grid.columns();
    boolean isText = value("--format") instanceof WorldFile format && format.isText();
    long most = isText ? MOST_CELLS_AS_TEXT : MOST_CELLS;
    costs.add(new Cost("cells", cells, most, most, "give a coarser resolution or bounds"));
    int systems = value("--systems") instanceof List<?> given ? given.size() : DEFAULT_SYSTEMS;
    double seconds = WorldCost.seconds(grid, world.countInstants(), systems, world.wantsDilution());
    costs.add(
        new Cost(
            "estimated seconds of a processor",
            Math.ceil(seconds),
            MOST_SECONDS,
            MOST_SECONDS_STREAMED,
            "lengthen every, or give fewer systems, a coarser resolution or bounds"));
  }

  private void addSites(double sites, boolean isPage, List<Cost> costs) {
    double days = minutes("--duration") / 1440;
    costs.add(
        new Cost(
            "sites times days",
            sites * Math.max(1, days),
            5_000,
            100_000,
            "shorten duration" + (sites > 1 ? " or give fewer sites" : "")));
    boolean isSeries = value("--series") != null;
    boolean hasDilution = isSeries || isPage || Boolean.TRUE.equals(value("--dop"));
    Duration step = value("--every") instanceof Duration every ? every : ReportOption.DILUTION_STEP;
    double samples = sites * days * DAY_MILLIS / step.toMillis();
    if (isSeries) {
      boolean hasDirections = Boolean.TRUE.equals(value("--satellites"));
      costs.add(
          new Cost(
              "samples of a series" + (hasDirections ? " with satellites (10 each)" : ""),
              samples * (hasDirections ? DIRECTIONS_FACTOR : 1),
              100_000,
              100_000,
              "lengthen every or shorten duration"));
    } else if (hasDilution || value("--every") != null) {
      costs.add(
          new Cost(
              "samples",
              samples,
              1_000_000,
              20_000_000,
              "lengthen every, shorten duration or give fewer sites"));
    }
  }

  private double minutes(String option) {
    return spec.findOption(option).<Duration>getValue().toMillis() * 1440 / DAY_MILLIS;
  }

  /** Returns the value of an option, or null if the command has no such option. */
  private Object value(String option) {
    OptionSpec found = spec.findOption(option);
    return found == null ? null : found.getValue();
  }

  private double mostSitesIn(ByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.slice().get(bytes);
    try {
      InputStream in = new ByteArrayInputStream(bytes);
      return SiteList.countAtMost(
          value("--encoding") instanceof Charset given
              ? TextFile.read("", in, given)
              : TextFile.readInAnyEncoding("", in));
    } catch (IOException e) {
      // The study reports the problem.
      return 0;
    }
  }
}
