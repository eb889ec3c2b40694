package dev.skytally.cli;

import dev.skytally.VisibilityStudy;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.SystemsOption;
import dev.skytally.cli.option.ThreadsOption;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.IsoDate;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.orbit.ReceiverFile;
import dev.skytally.report.validation.OrbitReport;
import dev.skytally.report.validation.ReceiverReport;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.SiteList;
import dev.skytally.site.WorldCapitals;
import dev.skytally.validation.OrbitComparison;
import dev.skytally.validation.ReceiverComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.OptionSpec;

/** Compares element sets with precise orbits or with what a receiver tracked. */
final class ValidateCommand extends Command {
  static final String NAME = "validate";

  private static final double DEFAULT_MASK_DEGREES = 5;
  private static final Duration LONGEST_TRUTH = Duration.ofDays(31);

  /** So that a window holds its own end. */
  private static final Duration LEAST = Duration.ofMillis(1);

  private final OptionSpec elements =
      Heading.option(Heading.ELEMENT_SETS, "--elements")
          .paramLabel("FILE|DATE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .splitRegex(",")
          .description(
              "The element sets to compare: a FILE, the bundled ones of a DATE, several of both, or a"
                  + " folder, whose files are compared one by one. Default: the nearest bundled ones.")
          .build();

  private final OptionSpec truth =
      Heading.option(Heading.ELEMENT_SETS, "--truth")
          .paramLabel("FILE")
          .type(Path.class)
          .description("Precise orbits: SP3, or RINEX navigation messages.")
          .build();

  private final OptionSpec observed =
      Heading.option(Heading.ELEMENT_SETS, "--observed")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "What a receiver tracked: RINEX observations, plain or in Hatanaka's compact format.")
          .build();

  private final SystemsOption systems = new SystemsOption(command);

  private final OptionSpec maskDegrees =
      Heading.option(Heading.SITES, "--mask")
          .paramLabel("DEGREES")
          .type(Double.class)
          .converters(new Arguments.Degrees())
          .description("With --truth: the least elevation that counts as in view (default: 5).")
          .build();

  private final OptionSpec sitesFile =
      Heading.option(Heading.SITES, "--sites")
          .paramLabel("FILE")
          .type(Path.class)
          .description("With --truth: your own places instead of the capitals, CSV or GeoJSON.")
          .build();

  private final OptionSpec maxAgeDays =
      Heading.option(Heading.ELEMENT_SETS, "--max-age")
          .paramLabel("DAYS")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .description(
              "Skip files whose element sets are more than DAYS from the window (default: "
                  + ElementSet.OLDEST_DAYS
                  + ").")
          .build();

  private final ThreadsOption threads;
  private final OutputOptions output;

  /** Element sets to judge, and how to call them. */
  private record Source(String label, Snapshot snapshot) {}

  /**
   * A source's satellites at a moment, the median of their ages then, and whether those in service
   * are complete.
   */
  private record Selected(
      Source source, Constellation constellation, double ageDays, Completeness completeness) {}

  ValidateCommand(Console console) {
    super(NAME, console);
    for (OptionSpec option :
        List.of(elements, truth, observed, systems.spec(), maskDegrees, sitesFile, maxAgeDays)) {
      command.addOption(option);
    }
    threads = new ThreadsOption(command);
    output = new OutputOptions(command);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Compares element sets with precise orbits or with what a receiver tracked.")
        .description(
            "",
            "With --truth: reports the errors of positions, of what is in view, of rises and sets, of"
                + " counts and of leaders. Compares positions wherever the file has them, and the rest"
                + " over the time for which it has the most satellites.",
            "With --observed: reports which satellites a receiver tracked, beside those predicted at"
                + " its place.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally validate --elements gnss.tle --truth code.sp3.gz",
            "  skytally validate --elements archive/ --truth igs.sp3 -o errors.csv",
            "  skytally validate --elements gnss.tle --observed receiver.crx.gz");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    if ((truth.getValue() == null) == (observed.getValue() == null)) {
      throw wrongUsage("expected one of --truth and --observed");
    }
    if (observed.getValue() != null) {
      refuseWithObserved(maskDegrees);
      refuseWithObserved(sitesFile);
    }
    output.requireWritable();
    output.write(console, truth.getValue() != null ? compareOrbits() : compareReceiver());
    return ExitCode.DONE;
  }

  private void refuseWithObserved(OptionSpec option) {
    if (option.getValue() != null) {
      throw wrongUsage(option.longestName() + " belongs to --truth, not to --observed");
    }
  }

  private OrbitReport compareOrbits() throws IOException, JobFailedException {
    Path sitesPath = sitesFile.getValue();
    List<GroundSite> sites = sitesPath == null ? WorldCapitals.all() : SiteList.read(sitesPath);
    Double degrees = maskDegrees.getValue();
    ElevationMask mask = ElevationMask.ofDegrees(degrees == null ? DEFAULT_MASK_DEGREES : degrees);
    Instant now = console.clock().instant();
    OrbitFile file = OrbitFile.read(truth.<Path>getValue(), now, now);
    Stretch whole = new Stretch(file.knownFrom(), file.knownTo());
    if (Duration.between(whole.from(), whole.to()).compareTo(LONGEST_TRUTH) > 0) {
      throw new JobFailedException(
          "%s has orbits from %s to %s, expected at most %s days: SP3 or navigation messages, not an"
                  .formatted(file.label(), whole.from(), whole.to(), LONGEST_TRUTH.toDays())
              + " almanac, which is no better known than element sets");
    }
    Stretch fullest = file.fullest(file.orbits().keySet());
    Instant start = fullest.from();
    Duration duration = Duration.between(start, fullest.to());
    Instant middle = start.plus(duration.dividedBy(2));
    Constellation known = file.select(selection(middle));
    if (known.members().isEmpty()) {
      throw SystemsOption.noneOf(known.systems(), file);
    }
    List<Selected> selected = selected(start, duration);
    List<OrbitReport.Entry> entries = new ArrayList<>();
    try (Progress progress = output.progress(console)) {
      for (Selected one : selected) {
        try {
          entries.add(
              new OrbitReport.Entry(
                  one.source().label(),
                  one.ageDays(),
                  one.completeness(),
                  OrbitComparison.of(
                      one.constellation(),
                      known,
                      sites,
                      whole,
                      start,
                      duration,
                      mask,
                      threads.most())));
        } catch (IllegalArgumentException e) {
          throw new JobFailedException(one.source().label() + ": " + e.getMessage());
        }
        progress.accept((double) entries.size() / selected.size());
      }
    }
    String name = truth.<Path>getValue().getFileName().toString();
    return new OrbitReport(name, file.form(), sitesPath == null, entries);
  }

  private ReceiverReport compareReceiver() throws IOException, JobFailedException {
    ReceiverFile file = ReceiverFile.read(observed.<Path>getValue());
    Instant first = file.tracked().firstKey();
    Duration duration = Duration.between(first, file.tracked().lastKey());
    List<ReceiverReport.Entry> entries = new ArrayList<>();
    for (Selected one : selected(first, duration)) {
      entries.add(
          new ReceiverReport.Entry(
              one.source().label(),
              one.ageDays(),
              one.completeness(),
              ReceiverComparison.of(one.constellation(), file)));
    }
    return new ReceiverReport(entries);
  }

  /** Every satellite of the systems asked for: whatever its status, its orbit can be judged. */
  private ConstellationSelection selection(Instant middle) {
    ConstellationSelection all =
        ConstellationSelection.on(LocalDate.ofInstant(middle, ZoneOffset.UTC))
            .status(StatusFilter.ALL);
    return systems.given().map(all::systems).orElse(all);
  }

  /** The nearest in age first. */
  private List<Selected> selected(Instant start, Duration duration)
      throws IOException, JobFailedException {
    Instant middle = start.plus(duration.dividedBy(2));
    Integer given = maxAgeDays.getValue();
    int mostDays = given == null ? ElementSet.OLDEST_DAYS : given;
    List<Selected> selected = new ArrayList<>();
    Set<String> assumptions = new TreeSet<>();
    int passedOver = 0;
    for (Source source : sources(middle)) {
      Constellation constellation = selection(middle).from(source.snapshot(), middle);
      double ageDays =
          constellation
              .medianEpoch()
              .map(epoch -> Duration.between(epoch, middle).toMillis() / 86_400_000.0)
              .orElse(Double.POSITIVE_INFINITY);
      if (Math.abs(ageDays) > mostDays) {
        passedOver++;
      } else {
        Constellation inService =
            selection(middle)
                .status(StatusFilter.OPERATIONAL)
                .from(source.snapshot(), middle)
                .withoutOlderThanDays(mostDays, middle);
        Completeness completeness =
            VisibilityStudy.of(inService).over(start, duration.plus(LEAST)).flown().completeness();
        Missing.sentences(completeness.missing()).forEach(console::warn);
        completeness.assumption().ifPresent(assumptions::add);
        selected.add(
            new Selected(
                source,
                constellation.withoutOlderThanDays(mostDays, middle),
                ageDays,
                completeness));
      }
    }
    assumptions.forEach(console::warn);
    if (selected.isEmpty()) {
      throw new JobFailedException(
          "no element sets are within %s days of %s: give nearer ones with --elements, or raise"
                  .formatted(mostDays, LocalDate.ofInstant(middle, ZoneOffset.UTC))
              + " --max-age");
    }
    if (passedOver > 0) {
      output.warn(
          console,
          "passed over: %s of %s element sets' sources, more than %s days away"
              .formatted(passedOver, passedOver + selected.size(), mostDays));
    }
    selected.sort(Comparator.comparingDouble(one -> Math.abs(one.ageDays())));
    return selected;
  }

  private List<Source> sources(Instant middle) throws IOException {
    List<String> given = elements.getValue();
    if (given == null) {
      LocalDate nearest = BundledSnapshots.nearest(LocalDate.ofInstant(middle, ZoneOffset.UTC));
      return List.of(new Source(nearest.toString(), BundledSnapshots.load(nearest)));
    }
    List<Source> sources = new ArrayList<>();
    for (String one : given) {
      addSources(sources, one);
    }
    return sources;
  }

  private void addSources(List<Source> sources, String given) throws IOException {
    if (given.isBlank()) {
      throw wrongUsage("--elements is empty, expected a file or a date");
    }
    Path path = Path.of(given);
    Optional<LocalDate> date = IsoDate.find(given);
    if (date.isPresent() && !Files.exists(path)) {
      try {
        sources.add(new Source(given, BundledSnapshots.load(date.get())));
      } catch (IllegalArgumentException e) {
        throw wrongUsage(e.getMessage());
      }
    } else if (Files.isDirectory(path)) {
      addFolder(sources, path);
    } else {
      sources.add(new Source(path.getFileName().toString(), ElementSetReader.read(path)));
    }
  }

  private void addFolder(List<Source> sources, Path folder) throws IOException {
    for (Path file : TextFile.filesOf(folder)) {
      try {
        sources.add(new Source(file.getFileName().toString(), ElementSetReader.read(file)));
      } catch (InputFormatException e) {
        output.warn(console, "passed over: " + e.getMessage());
      }
    }
  }
}
