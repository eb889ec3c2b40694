package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.NoticeWarnings;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.SitesOption;
import dev.skytally.cli.option.SystemsOption;
import dev.skytally.cli.option.ThreadsOption;
import dev.skytally.cli.option.TimeZoneOption;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.IsoDate;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.ReceiverFile;
import dev.skytally.report.validation.OrbitReport;
import dev.skytally.report.validation.ReceiverReport;
import dev.skytally.selection.SelectionException;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.validation.Validation;
import dev.skytally.validation.Validation.Entry;
import dev.skytally.validation.ValidationQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Compares element sets with precise orbits or with what a receiver tracked. */
final class ValidateCommand extends Command {
  static final String NAME = "validate";

  private static final double DEFAULT_MASK_DEGREES = 5;

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

  private final SitesOption sites;

  private final OptionSpec maxAgeDays =
      Heading.option(Heading.ELEMENT_SETS, "--max-age")
          .paramLabel("DAYS")
          .type(Integer.class)
          .initialValue(ElementSet.OLDEST_DAYS)
          .converters(new Arguments.Positive())
          .description(
              "Skip files whose element sets are more than DAYS from the window (default: "
                  + ElementSet.OLDEST_DAYS
                  + ").")
          .build();

  private final ThreadsOption threads;
  private final TimeZoneOption timeZone;
  private final OutputOptions output;

  ValidateCommand(Console console) {
    super(NAME, console);
    for (OptionSpec option :
        List.of(elements, truth, observed, systems.spec(), maskDegrees, maxAgeDays)) {
      command.addOption(option);
    }
    sites =
        new SitesOption(
            command,
            console,
            "With --truth: your own places instead of the capitals, CSV or GeoJSON.");
    threads = new ThreadsOption(command);
    timeZone = TimeZoneOption.ofOutput(command, console);
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
      rejectWithObserved(maskDegrees.getValue() != null, "--mask");
      rejectWithObserved(sites.file().isPresent(), "--sites");
    }
    output.requireWritable();
    output.write(console, truth.getValue() != null ? compareOrbits() : compareReceiver());
    return ExitCode.DONE;
  }

  private void rejectWithObserved(boolean isGiven, String option) {
    if (isGiven) {
      throw wrongUsage(option + " belongs to --truth, not to --observed");
    }
  }

  private OrbitReport compareOrbits() throws IOException, JobFailedException {
    List<GroundSite> places = sites.sitesWithoutMasks("a validation has one mask for all sites");
    Double degrees = maskDegrees.getValue();
    ElevationMask mask = ElevationMask.ofDegrees(degrees == null ? DEFAULT_MASK_DEGREES : degrees);
    Instant now = console.clock().instant();
    Path path = truth.getValue();
    OrbitFile file = OrbitFile.read(path, now, now);
    return new OrbitReport(
        path.getFileName().toString(),
        file.format(),
        timeZone.times(),
        sites.file().isEmpty(),
        entries(question -> question.against(file, places, mask)));
  }

  private ReceiverReport compareReceiver() throws IOException, JobFailedException {
    ReceiverFile file = ReceiverFile.read(observed.<Path>getValue());
    return new ReceiverReport(entries(question -> question.against(file)), timeZone.times());
  }

  private interface Comparison<C> {
    Validation<C> of(ValidationQuestion question) throws SelectionException;
  }

  private <C> List<Entry<C>> entries(Comparison<C> comparison)
      throws IOException, JobFailedException {
    List<Snapshot> sources = sources();
    Validation<C> validation;
    try (Progress progress = output.progress(console)) {
      ValidationQuestion question =
          new ValidationQuestion(
              sources,
              systems.given().orElse(ValidationQuestion.SYSTEMS),
              maxAgeDays.<Integer>getValue(),
              threads.most(),
              progress);
      validation = comparison.of(question);
    } catch (SelectionException e) {
      throw e.reason() == SelectionException.Cause.OTHER_SYSTEMS
          ? new JobFailedException(SystemsOption.noneOf(e))
          : new JobFailedException(
              e.getMessage() + ": give nearer ones with --elements, or raise --max-age");
    } catch (IllegalArgumentException e) {
      throw new JobFailedException(e.getMessage());
    }
    validation.notices().forEach(notice -> NoticeWarnings.print(notice, output, console));
    return validation.entries();
  }

  /** Empty if the nearest bundled ones are to be compared. */
  private List<Snapshot> sources() throws IOException, JobFailedException {
    List<Snapshot> sources = new ArrayList<>();
    List<String> given = elements.getValue();
    if (given != null) {
      for (String one : given) {
        addSources(sources, one);
      }
      if (sources.isEmpty()) {
        throw new JobFailedException(
            "--elements: no file of %s holds element sets".formatted(String.join(", ", given)));
      }
    }
    return sources;
  }

  private void addSources(List<Snapshot> sources, String given) throws IOException {
    if (given.isBlank()) {
      throw wrongUsage("--elements is empty, expected a file or a date");
    }
    Path path = Path.of(given);
    Optional<LocalDate> date = IsoDate.find(given);
    if (date.isPresent() && !Files.exists(path)) {
      try {
        sources.add(BundledSnapshots.load(date.get()));
      } catch (IllegalArgumentException e) {
        throw wrongUsage(e.getMessage());
      }
    } else if (Files.isDirectory(path)) {
      for (Path file : TextFile.filesOf(path)) {
        try {
          sources.add(soundElements(file));
        } catch (InputFormatException e) {
          output.warn(console, "skipped: " + e.getMessage());
        }
      }
    } else {
      sources.add(soundElements(path));
    }
  }

  private static Snapshot soundElements(Path file) throws IOException {
    Snapshot snapshot = ElementSetReader.read(file);
    snapshot.requireSound();
    return snapshot;
  }
}
