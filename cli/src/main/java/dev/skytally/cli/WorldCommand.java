package dev.skytally.cli;

import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.OutputFile;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.console.ResultFile;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.ClocksOption;
import dev.skytally.cli.option.ConstellationOptions;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.NoticeWarnings;
import dev.skytally.cli.option.OutagesOptions;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.PictureOptions;
import dev.skytally.cli.option.ThreadsOption;
import dev.skytally.cli.option.VisibilityOptions;
import dev.skytally.cli.option.WorldFile;
import dev.skytally.geography.WorldMap;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.input.DecimalNumber;
import dev.skytally.report.draw.MapProjection;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.setting.Masks;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.world.WorldEffect;
import dev.skytally.report.world.WorldLayer;
import dev.skytally.report.world.WorldReport;
import dev.skytally.selection.Selection;
import dev.skytally.site.ElevationMask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import picocli.CommandLine.Model.OptionSpec;

/** Counts the satellites in view at every cell of a grid over the Earth, and draws a map. */
final class WorldCommand extends Command {
  static final String NAME = "world";

  private enum Theme {
    LIGHT,
    DARK
  }

  /** A finer grid of the whole Earth would not fit into memory. */
  private static final double FINEST_DEGREES = 0.05;

  private static final double COARSEST_DEGREES = 5;

  private static final int PNG_WIDTH = 1600;

  private static final Duration LONGEST_DEFAULT_STEP = Duration.ofMinutes(1);

  private final ConstellationOptions satellites;

  private final OptionSpec duration = VisibilityOptions.durationOption().build();
  private final OptionSpec maskDegrees = VisibilityOptions.maskOption();

  private final OptionSpec step =
      Heading.option(Heading.WINDOW, "--every")
          .paramLabel("STEP")
          .type(Duration.class)
          .converters(new Arguments.Length())
          .description(
              "Count at samples every STEP, for example 30s (default: 60s, or the length of a shorter"
                  + " window).")
          .build();

  private final OptionSpec resolution =
      Heading.option(Heading.GRID, "--resolution")
          .paramLabel("DEGREES")
          .type(Double.class)
          .converters(new Arguments.Decimal("degrees such as 0.25"))
          .initialValue(0.25)
          .description("Side of a cell in degrees, 0.05 to 5 (default: 0.25).")
          .build();

  private final OptionSpec nodes =
      Heading.option(Heading.GRID, "--nodes")
          .type(boolean.class)
          .initialValue(false)
          .description(
              "Count at the corners of the cells, including the poles, not at their centres.")
          .build();

  private final OptionSpec bounds =
      Heading.option(Heading.GRID, "--bounds")
          .paramLabel("W,S,E,N")
          .type(String.class)
          .description(
              "Restrict the grid to west, south, east and north in degrees, for example"
                  + " 60,-12,150,55. If W is greater than E, the grid crosses the antimeridian"
                  + " (default: the whole Earth).")
          .build();

  private final OptionSpec height =
      Heading.option(Heading.GRID, "--height")
          .paramLabel("METRES")
          .type(Double.class)
          .converters(new Arguments.Decimal("metres such as 10000"))
          .initialValue(0.0)
          .description("Height above the ellipsoid in metres (default: 0).")
          .build();

  private final OptionSpec layer =
      Heading.option(Heading.OUTPUT, "--what")
          .paramLabel("LAYER")
          .type(WorldLayer.class)
          .converters(
              new Arguments.Constant<>(
                  WorldLayer.values(), "lead, mean, max, min, available or pdop"))
          .description(
              "What a picture shows: mean, max or min (number in view), available (share of time with"
                  + " four or more in view), pdop (median PDOP), or lead (of two systems, the first one's mean minus the"
                  + " second one's; of more, the system with the greatest mean)."
                  + " Default: lead, or mean for a single system.")
          .build();

  private final OptionSpec dilution =
      Heading.option(Heading.OUTPUT, "--dop")
          .type(boolean.class)
          .initialValue(false)
          .description(
              "Also compute PDOP, HDOP and VDOP of each system and of all together. This takes longer"
                  + " and needs more memory.")
          .build();

  private final OptionSpec goodPdop =
      Heading.option(Heading.OUTPUT, "--pdop")
          .paramLabel("LIMIT")
          .type(Double.class)
          .converters(new Arguments.Decimal("a PDOP such as 6"))
          .description(
              "Report the share of time with a PDOP of at most LIMIT; needs --dop (default: 6).")
          .build();

  private final OptionSpec projection =
      Heading.option(Heading.OUTPUT, "--projection")
          .paramLabel("NAME")
          .type(MapProjection.class)
          .converters(
              new Arguments.Constant<>(
                  MapProjection.values(), "equirectangular, robinson or equal-earth"))
          .initialValue(MapProjection.EQUIRECTANGULAR)
          .description(
              "Projection of a picture: equirectangular, robinson or equal-earth (default:"
                  + " equirectangular).")
          .build();

  private final OptionSpec theme =
      Heading.option(Heading.OUTPUT, "--theme")
          .paramLabel("THEME")
          .type(Theme.class)
          .converters(new Arguments.Constant<>(Theme.values(), "light or dark"))
          .initialValue(Theme.LIGHT)
          .description("Colours of a picture: light or dark (default: light).")
          .build();

  private final OptionSpec outputFile =
      Heading.option(Heading.OUTPUT, "-o", "--output")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "Also write the grid to FILE, whole or not at all: a picture (.png, .svg), a GeoTIFF (.tif), or"
                  + " all figures (.csv, .json).")
          .build();

  private final OptionSpec gridFormat =
      Heading.option(Heading.OUTPUT, "--format")
          .paramLabel("FORMAT")
          .type(WorldFile.class)
          .converters(new Arguments.Constant<>(WorldFile.values(), "png, svg, tif, csv or json"))
          .description(
              "Write the grid to standard output, instead of the summary: png, svg, tif, csv or"
                  + " json.")
          .build();

  private final PictureOptions pictures;
  private final OutagesOptions outages;
  private final ClocksOption clocks;
  private final ThreadsOption threads;
  private final OutputOptions output;

  WorldCommand(Console console) {
    super(NAME, console);
    satellites = new ConstellationOptions(command, console);
    for (OptionSpec option :
        List.of(
            duration,
            maskDegrees,
            step,
            resolution,
            nodes,
            bounds,
            height,
            dilution,
            goodPdop,
            layer,
            projection,
            theme,
            gridFormat,
            outputFile)) {
      command.addOption(option);
    }
    pictures = new PictureOptions(command);
    outages = new OutagesOptions(command);
    clocks = new ClocksOption(command);
    threads = new ThreadsOption(command);
    output = OutputOptions.ofMessages(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Counts the satellites in view everywhere on Earth, and draws a map.")
        .description(
            "",
            "Prints over how much of the Earth, and of its land, each system leads. Writes a picture or"
                + " all figures of every cell to a file.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally world --mask 5 -o lead.png",
            "  skytally world --what mean --projection robinson --theme dark -o mean.png",
            "  skytally world --dop --what pdop -o pdop.png",
            "  skytally world --bounds 60,-12,150,55 --resolution 0.1 -o asia.tif",
            "  skytally world --systems GPS,BDS,GAL --resolution 1 -o world.csv");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    WorldGrid grid = grid();
    Optional<OutputFile> file = file();
    Optional<WorldFile> format = format(file);
    rejectUnusable(format);
    CompletableFuture<WorldMap> map = CompletableFuture.supplyAsync(WorldMap::medium);
    boolean draws = format.isPresent() && format.get().isPicture();
    if (draws) {
      ForkJoinPool.commonPool().execute(WorldReport::readyPictures);
    }
    Selection selection = outages.select(satellites, duration.getValue(), output, console);
    WorldLayer shown = shown(selection);
    if (draws && shown == WorldLayer.LEAD && selection.constellation().systems().size() < 2) {
      throw wrongUsage("--what lead compares systems, give two or more with --systems");
    }
    ElevationMask mask = mask();
    WorldStudy study =
        threads.applyTo(
            withDilution(study(selection, grid, mask).tallying(figures(format, shown)), selection));
    if (file.isPresent()) {
      file.get().requireWritable();
    }
    WorldResult result;
    try (Progress progress = output.progress(console)) {
      result = study.reporting(progress).run();
    }
    Optional<WorldEffect> effect =
        satellites
            .withMissing(
                selection.of(result.constellation()),
                result,
                with -> threads.applyTo(study(selection.of(with), result.grid(), mask)).run(),
                console)
            .map(answer -> new WorldEffect(answer, map.join()));
    NoticeWarnings.printMissing(console, result.constellation(), effect.map(WorldEffect::text));
    WorldReport report =
        new WorldReport(setting(selection, mask, result).with(effect), result, map.join());
    if (format.isPresent() && file.isEmpty()) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      console.write(out -> writeGrid(report, shown, format.get(), temporary, out));
      return ExitCode.DONE;
    }
    CompletableFuture<String> table = CompletableFuture.supplyAsync(report::table);
    if (file.isPresent()) {
      Path path = file.get().path();
      file.get()
          .write(out -> writeGrid(report, shown, format.get(), ResultFile.folderBeside(path), out));
    }
    console.write(table.join());
    return ExitCode.DONE;
  }

  private Optional<WorldFile> format(Optional<OutputFile> file) {
    WorldFile given = gridFormat.getValue();
    if (given != null && file.isPresent()) {
      throw wrongUsage("--format and -o contradict each other, give one of them");
    }
    return file.map(of -> WorldFile.of(command, of.path())).or(() -> Optional.ofNullable(given));
  }

  private void writeGrid(
      WorldReport report, WorldLayer shown, WorldFile format, Path temporary, OutputStream out)
      throws IOException {
    switch (format) {
      case PNG, SVG -> out.write(picture(report, shown, format));
      case TIF -> report.writeTiff(temporary, out);
      case CSV -> report.writeCsv(out);
      case JSON -> report.writeJson(out);
    }
  }

  private byte[] picture(WorldReport report, WorldLayer shown, WorldFile format) {
    OptionalInt given = pictures.widthPixels();
    boolean isPng = format == WorldFile.PNG;
    int dots = isPng ? given.orElse(PNG_WIDTH) : 2 * PNG_WIDTH;
    SvgPicture picture =
        report.picture(
            shown, projection.getValue(), theme.getValue() == Theme.DARK, pictures.style(), dots);
    pictures.warnOfBoxes(console, picture);
    return isPng ? picture.png(OptionalInt.of(dots)) : picture.svg(given);
  }

  private WorldStudy study(Selection selection, WorldGrid grid, ElevationMask mask) {
    WorldStudy ofSatellites;
    try {
      ofSatellites = WorldStudy.of(selection.constellation());
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
    return ofSatellites
        .on(grid)
        .over(selection.start(), selection.duration())
        .every(every())
        .above(mask)
        .without(selection.outages());
  }

  private WorldStudy withDilution(WorldStudy study, Selection selection) {
    if (!wantsDilution()) {
      return study;
    }
    Double limit = goodPdop.getValue();
    try {
      return study.withDilution(
          clocks.clocks(selection), limit == null ? WorldStudy.GOOD_PDOP : limit);
    } catch (IllegalArgumentException e) {
      throw wrongUsage("--pdop: " + e.getMessage());
    }
  }

  /** Returns the number of instants that are asked for. */
  long countInstants() {
    return WorldStudy.countInstants(duration.getValue(), every());
  }

  boolean wantsDilution() {
    return dilution.<Boolean>getValue() || layer.getValue() == WorldLayer.PDOP;
  }

  private Setting setting(Selection selection, ElevationMask mask, WorldResult result) {
    return new Setting(
        selection.of(result.constellation()),
        satellites.membership(selection),
        satellites.choice(),
        satellites.flags(selection.start()),
        satellites.times(),
        Masks.of(mask),
        Optional.of(result.step()),
        Optional.empty());
  }

  private ElevationMask mask() {
    Double degrees = maskDegrees.getValue();
    return ElevationMask.ofDegrees(degrees == null ? 0 : degrees);
  }

  private Duration every() {
    Duration given = step.getValue();
    if (given != null) {
      return given;
    }
    Duration length = duration.getValue();
    return length.compareTo(LONGEST_DEFAULT_STEP) < 0 ? length : LONGEST_DEFAULT_STEP;
  }

  private Optional<OutputFile> file() {
    Path path = outputFile.getValue();
    return Optional.ofNullable(path).map(p -> new OutputFile(command, "-o", p, ""));
  }

  /** Returns the grid that is asked for. */
  WorldGrid grid() {
    double degrees = resolution.getValue();
    if (!(degrees >= FINEST_DEGREES && degrees <= COARSEST_DEGREES)) {
      throw wrongUsage(resolution, "resolution %s is outside 0.05 to 5 degrees".formatted(degrees));
    }
    OptionSpec read = height;
    try {
      boolean ofNodes = nodes.getValue();
      WorldGrid whole = ofNodes ? WorldGrid.nodes(degrees) : WorldGrid.cells(degrees);
      WorldGrid grid = whole.atHeight(height.getValue());
      String given = bounds.getValue();
      if (given == null) {
        return grid;
      }
      read = bounds;
      double[] edges = edges(given);
      return grid.within(edges[0], edges[1], edges[2], edges[3]);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(read, e.getMessage());
    }
  }

  private static double[] edges(String given) {
    String expected =
        "--bounds: \"" + given + "\", expected west,south,east,north such as 60,-12,150,55";
    String[] parts = given.strip().split(",", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(expected);
    }
    double[] edges = new double[4];
    for (int i = 0; i < 4; i++) {
      try {
        edges[i] = DecimalNumber.parse(parts[i].strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(expected, e);
      }
    }
    return edges;
  }

  private void rejectUnusable(Optional<WorldFile> format) {
    Duration every = every();
    Duration length = duration.getValue();
    if (every.compareTo(length) > 0) {
      throw wrongUsage("--every is longer than --duration, nothing would be compared");
    }
    long instants = WorldStudy.countInstants(length, every);
    if (instants > WorldStudy.MOST_INSTANTS) {
      throw wrongUsage(
          "%s samples are more than the greatest number, %s: lengthen --every"
              .formatted(instants, WorldStudy.MOST_INSTANTS));
    }
    clocks.requireUse(wantsDilution(), "--dop");
    if (goodPdop.getValue() != null && !wantsDilution()) {
      throw wrongUsage("--pdop is a limit of the dilution of precision, add --dop");
    }
    boolean draws = format.isPresent() && format.get().isPicture();
    pictures.requireUse(draws, "-o", console);
    if (!draws) {
      for (OptionSpec ofPictures : List.of(layer, projection, theme)) {
        if (command.commandLine().getParseResult().hasMatchedOption(ofPictures)) {
          throw pictures.withoutPicture(ofPictures, "-o", console);
        }
      }
    }
  }

  /** Returns what the picture shows: by default the lead, or the mean of a single system. */
  private WorldLayer shown(Selection selection) {
    WorldLayer given = layer.getValue();
    if (given != null) {
      return given;
    }
    return selection.constellation().systems().size() > 1 ? WorldLayer.LEAD : WorldLayer.MEAN;
  }

  /** Returns the figures that the summary and the file need. */
  private static Set<GridFigure> figures(Optional<WorldFile> format, WorldLayer shown) {
    if (format.isPresent() && !format.get().isPicture()) {
      return EnumSet.complementOf(EnumSet.of(GridFigure.DILUTION));
    }
    Set<GridFigure> figures = EnumSet.of(GridFigure.LEADER);
    if (format.isPresent() && (shown == WorldLayer.MAX || shown == WorldLayer.MIN)) {
      figures.add(GridFigure.RANGE);
    }
    if (format.isPresent() && shown == WorldLayer.AVAILABLE) {
      figures.add(GridFigure.AVAILABLE);
    }
    return figures;
  }
}
