package dev.skytally.cli;

import dev.skytally.cli.report.Selection;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.IsoDate;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.SatelliteList;
import dev.skytally.satellites.StatusFilter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which satellites, by which element sets, and when. */
final class ConstellationOptions {
  private static final int WARNED_OF_DAYS = 60;
  private static final int PROBLEMS_NAMED = 3;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      converter = Arguments.Date.class,
      description =
          "The day on which the window begins, at 00:00 UTC. If neither --date nor --start is"
              + " given: the day of the element sets.")
  private LocalDate date;

  @Option(
      names = "--start",
      paramLabel = "MOMENT",
      converter = Arguments.Moment.class,
      description = "The moment at which the window begins, as 2020-11-25T06:00:00Z.")
  private Instant start;

  @Option(
      names = "--systems",
      paramLabel = "SYSTEM",
      split = ",",
      converter = Arguments.GnssSystemName.class,
      description = "Of GPS, BDS, GAL, GLO, QZS, NAVIC; GPS,BDS if not given.")
  private List<GnssSystem> systems;

  @Option(
      names = "--elements",
      paramLabel = "FILE|DATE",
      description =
          "Element sets from a FILE (TLE or OMM), or the bundled ones of a DATE. If not given: the"
              + " bundled ones nearest to the window.")
  private String elements;

  @Option(
      names = "--max-age",
      paramLabel = "DAYS",
      converter = Arguments.Positive.class,
      description =
          "Refuse element sets further than so many days from the window; 180 if not given.")
  private int maxAgeDays = 180;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      converter = Arguments.Status.class,
      description =
          "operational, transmitting (test satellites too, as planning services count) or all;"
              + " operational if not given.")
  private StatusFilter status;

  @Option(
      names = "--include",
      paramLabel = "SAT",
      split = ",",
      description = "These too, by PRN (C31) or catalogue number (43001).")
  private List<String> included;

  @Option(
      names = "--exclude",
      paramLabel = "SAT",
      split = ",",
      description = "Not these, by PRN or catalogue number.")
  private List<String> excluded;

  @Option(
      names = "--only",
      paramLabel = "FILE",
      description = "Exactly the satellites of a CSV file with the columns system,norad.")
  private Path only;

  /** Whether nothing at all was asked for. */
  boolean areUnset() {
    return date == null
        && start == null
        && systems == null
        && elements == null
        && status == null
        && included == null
        && excluded == null
        && only == null;
  }

  Selection select(Duration duration, OutputOptions output, Console console)
      throws IOException, JobFailedException {
    refuseContradictions();
    Snapshot snapshot = snapshot();
    Instant begin = begin(snapshot);
    Instant end = begin.plus(duration);
    ConstellationSelection wanted = wanted(begin);
    Constellation constellation = constellation(wanted, snapshot, begin, duration);
    wanted.assumption().ifPresent(line -> output.warn(console, line));
    Instant epoch = constellation.medianEpoch().orElse(snapshot.medianEpoch());
    judgeAge(snapshot, epoch, begin, end, output, console);
    if (constellation.members().isEmpty()) {
      throw new JobFailedException(
          "no satellite is left to look at: the snapshot "
              + snapshot.label()
              + " holds none of "
              + names(constellation.systems())
              + " with "
              + membership());
    }
    warn(snapshot, constellation, begin, end, output, console);
    return new Selection(begin, end, snapshot, constellation);
  }

  private void refuseContradictions() {
    refuse(date != null && start != null, "--date and --start");
    refuse(only != null && status != null, "--only and --status");
    refuse(only != null && included != null, "--only and --include");
    refuse(only != null && excluded != null, "--only and --exclude");
    if (systems != null && Set.copyOf(systems).size() < systems.size()) {
      throw wrongUsage("--systems names a system twice: " + names(systems));
    }
  }

  private void refuse(boolean both, String options) {
    if (both) {
      throw wrongUsage(options + " contradict each other, give one of them");
    }
  }

  private Snapshot snapshot() throws IOException {
    if (elements == null) {
      return BundledSnapshots.load(nearestBundled());
    }
    if (elements.isBlank()) {
      throw wrongUsage("--elements is empty, expected a file or a date");
    }
    Path file = Path.of(elements);
    LocalDate bundled = dateOrNull(elements);
    if (bundled == null || Files.exists(file)) {
      return ElementSetReader.read(file);
    }
    if (!BundledSnapshots.dates().contains(bundled)) {
      throw wrongUsage(
          "no element sets of "
              + bundled
              + " are bundled, expected a file or one of "
              + BundledSnapshots.dates().stream()
                  .map(LocalDate::toString)
                  .collect(Collectors.joining(", ")));
    }
    return BundledSnapshots.load(bundled);
  }

  private LocalDate nearestBundled() {
    if (date != null) {
      return BundledSnapshots.nearest(date);
    }
    if (start != null) {
      return BundledSnapshots.nearest(day(start));
    }
    List<LocalDate> dates = BundledSnapshots.dates();
    return dates.get(dates.size() - 1);
  }

  private static LocalDate dateOrNull(String text) {
    try {
      return IsoDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Instant begin(Snapshot snapshot) {
    if (start != null) {
      return start;
    }
    LocalDate day = date;
    if (day == null) {
      day = dateOrNull(snapshot.label());
    }
    if (day == null) {
      day = day(snapshot.medianEpoch());
    }
    return day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
  }

  private void judgeAge(
      Snapshot snapshot,
      Instant epoch,
      Instant begin,
      Instant end,
      OutputOptions output,
      Console console)
      throws JobFailedException {
    long days =
        Math.max(
            Duration.between(begin, epoch).abs().toDays(),
            Duration.between(epoch, end).abs().toDays());
    String line =
        "the %s element sets, snapshot %s, are up to %d days from the window"
            .formatted(elements == null ? "nearest bundled" : "given", snapshot.label(), days);
    if (days > maxAgeDays) {
      throw new JobFailedException(
          "%s, more than %d: give nearer ones with --elements, or raise --max-age"
              .formatted(line, maxAgeDays));
    }
    if (days > WARNED_OF_DAYS) {
      output.warn(console, line + "; positions are less sure");
    }
  }

  private ConstellationSelection wanted(Instant begin) throws IOException {
    ConstellationSelection wanted = ConstellationSelection.on(day(begin));
    if (systems != null) {
      wanted = wanted.systems(systems);
    }
    if (status != null) {
      wanted = wanted.status(status);
    }
    if (only != null) {
      wanted = wanted.only(SatelliteList.read(only));
    }
    try {
      if (included != null) {
        wanted = wanted.including(included);
      }
      if (excluded != null) {
        wanted = wanted.excluding(excluded);
      }
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
    return wanted;
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private Constellation constellation(
      ConstellationSelection wanted, Snapshot snapshot, Instant begin, Duration duration)
      throws JobFailedException {
    try {
      return wanted.from(snapshot, begin.plus(duration.dividedBy(2)));
    } catch (IllegalArgumentException e) {
      if (only != null) {
        throw new JobFailedException(only + ": " + e.getMessage());
      }
      throw wrongUsage(e.getMessage());
    }
  }

  private void warn(
      Snapshot snapshot,
      Constellation constellation,
      Instant begin,
      Instant end,
      OutputOptions output,
      Console console) {
    List<ElementSetProblem> problems = snapshot.problems();
    for (ElementSetProblem problem :
        problems.subList(0, Math.min(PROBLEMS_NAMED, problems.size()))) {
      output.warn(console, "left out: " + problem.reason());
    }
    if (problems.size() > PROBLEMS_NAMED) {
      output.warn(
          console,
          "left out: %d more element sets with problems (all: skytally elements --elements FILE)"
              .formatted(problems.size() - PROBLEMS_NAMED));
    }
    for (GnssSystem system : constellation.systems()) {
      if (constellation.members(system).isEmpty()) {
        output.warn(console, "no satellite of " + system.displayName() + " is counted");
      }
    }
    List<Constellation.Member> old =
        constellation.membersOlderThanDays(
            WARNED_OF_DAYS, begin.plus(Duration.between(begin, end).dividedBy(2)));
    if (!old.isEmpty() && old.size() < constellation.members().size() / 2) {
      output.warn(
          console,
          "element sets more than %d days from the window: %s"
              .formatted(
                  WARNED_OF_DAYS,
                  old.stream().map(m -> m.satellite().label()).collect(Collectors.joining(", "))));
    }
  }

  /** Which satellites are asked for, for people, as {@code "status operational"}. */
  String membership() {
    if (only != null) {
      return "exactly those listed in " + only;
    }
    StringBuilder text = new StringBuilder("status ");
    text.append(
        (status == null ? StatusFilter.OPERATIONAL : status).name().toLowerCase(Locale.ROOT));
    if (included != null) {
      text.append(", with ").append(String.join(", ", included));
    }
    if (excluded != null) {
      text.append(", without ").append(String.join(", ", excluded));
    }
    return text.toString();
  }

  /** The flags given here, with the day that they led to if none was given. */
  String flags(Instant begin) {
    Set<String> flags = new LinkedHashSet<>();
    if (date == null && start == null) {
      flags.add("--date " + day(begin));
    }
    for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
      if (option.userObject() instanceof Field field
          && field.getDeclaringClass() == ConstellationOptions.class) {
        String value = String.join(",", option.originalStringValues());
        flags.add(option.longestName() + " " + (value.contains(" ") ? "'" + value + "'" : value));
      }
    }
    return String.join(" ", flags);
  }

  private static String names(List<GnssSystem> systems) {
    return systems.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
