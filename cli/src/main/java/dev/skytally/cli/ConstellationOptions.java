package dev.skytally.cli;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.report.OrbitSource;
import dev.skytally.cli.report.Selection;
import dev.skytally.cli.report.Words;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.IsoDate;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteList;
import dev.skytally.satellites.StatusFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Which satellites, by which element sets, and when. */
final class ConstellationOptions {
  private static final int WARNED_OF_DAYS = 60;
  private static final int PROBLEMS_NAMED = 3;

  /** Beyond that, who leads would hang on what is missing. */
  private static final double MOST_DAMAGED = 0.1;

  /** Catalogues are renewed more often; older sets are left from an archive. */
  private static final Duration OF_ONE_CATALOGUE = Duration.ofDays(30);

  private final OptionSpec date;
  private final OptionSpec start;

  private final SystemsOption systems;

  private final OptionSpec elements =
      OptionSpec.builder("--elements")
          .paramLabel("FILE|DATE")
          .type(String.class)
          .description(
              "Element sets from a FILE (TLE or OMM), or the archived and bundled ones of a DATE. If not"
                  + " given: those nearest to the window.")
          .build();

  private final OptionSpec orbits =
      OptionSpec.builder("--orbits")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "Other orbits than element sets: SP3, RINEX navigation messages, SEM or YUMA almanac.")
          .build();

  private final OptionSpec maxAgeDays =
      OptionSpec.builder("--max-age")
          .paramLabel("DAYS")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .initialValue(180)
          .description(
              "Refuse element sets further than so many days from the window; 180 if not given.")
          .build();

  private final OptionSpec status =
      OptionSpec.builder("--status")
          .paramLabel("STATUS")
          .type(StatusFilter.class)
          .converters(new Arguments.Status())
          .description(
              "operational, transmitting (test satellites too, as planning services count) or all;"
                  + " operational if not given.")
          .build();

  private final OptionSpec included =
      OptionSpec.builder("--include")
          .paramLabel("SAT")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .splitRegex(",")
          .description("These too, by PRN (C31) or catalogue number (43001).")
          .build();

  private final OptionSpec excluded =
      OptionSpec.builder("--exclude")
          .paramLabel("SAT")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .splitRegex(",")
          .description("Not these, by PRN or catalogue number.")
          .build();

  private final OptionSpec only =
      OptionSpec.builder("--only")
          .paramLabel("FILE")
          .type(Path.class)
          .description("Exactly the satellites of a CSV file with the columns system,norad.")
          .build();

  private final ArchiveOption archive = new ArchiveOption();

  /** In the order of the help. */
  private final List<OptionSpec> all;

  private final CommandSpec command;

  ConstellationOptions(CommandSpec command, Console console) {
    this(
        command,
        console,
        "--start",
        "The moment at which the window begins, as 2020-11-25T06:00 (UTC).");
  }

  /**
   * As above, with a name of its own for the moment.
   *
   * @param startName instead of {@code --start}
   */
  ConstellationOptions(
      CommandSpec command, Console console, String startName, String startDescription) {
    this.command = command;
    date =
        OptionSpec.builder("--date")
            .paramLabel("DATE")
            .type(LocalDate.class)
            .converters(new Arguments.Date(console))
            .description(
                "The day on which the window begins, at 00:00 UTC, as 2020-11-25, today or"
                    + " yesterday. If neither a day nor a moment is given: the day of the element"
                    + " sets' median epoch, or what --orbits covers.")
            .build();
    systems = new SystemsOption(command);
    start =
        OptionSpec.builder(startName)
            .paramLabel("MOMENT")
            .type(Instant.class)
            .converters(new Arguments.Moment())
            .description(startDescription)
            .build();
    all =
        List.of(
            date,
            start,
            systems.spec(),
            elements,
            orbits,
            archive.spec(),
            maxAgeDays,
            status,
            included,
            excluded,
            only);
    for (OptionSpec option : all) {
      command.addOption(option);
    }
  }

  private static boolean isGiven(OptionSpec option) {
    return option.getValue() != null;
  }

  /** Whether nothing at all was asked for. */
  boolean areUnset() {
    for (OptionSpec option : all) {
      if (!option.equals(maxAgeDays) && isGiven(option)) {
        return false;
      }
    }
    return true;
  }

  /** Selects to compute with: refuses element sets of which too many are damaged. */
  Selection select(Duration duration, OutputOptions output, Console console)
      throws IOException, JobFailedException {
    refuseContradictions();
    if (isGiven(orbits)) {
      OrbitFile file = orbitFile();
      Selection selection = selectOrbits(file, duration, output, console);
      Set<String> prns =
          selection.constellation().members().stream()
              .map(member -> member.satellite().prn())
              .collect(Collectors.toSet());
      new OrbitCoverage(file, prns).requireMost(new Stretch(selection.start(), selection.end()));
      return selection;
    }
    Snapshot snapshot = snapshot(duration, console);
    refuseDamaged(snapshot);
    return select(snapshot, duration, output, console);
  }

  /** Selects to list, damaged or not. */
  Selection list(OutputOptions output, Console console) throws IOException, JobFailedException {
    refuseContradictions();
    Duration day = Duration.ofDays(1);
    return isGiven(orbits)
        ? selectOrbits(orbitFile(), day, output, console)
        : select(snapshot(day, console), day, output, console);
  }

  /** Selects from a file of other orbits. */
  private Selection selectOrbits(
      OrbitFile file, Duration duration, OutputOptions output, Console console)
      throws IOException, JobFailedException {
    Stretch asked = window(file, duration);
    Stretch window =
        isWindowGiven() ? asked : new OrbitCoverage(file, prnsAskedFor(file)).like(asked);
    ConstellationSelection wanted = wanted(window.from());
    Constellation constellation;
    try {
      constellation = file.select(wanted);
    } catch (IllegalArgumentException e) {
      throw unfollowed(e);
    }
    warnOfAssumption(wanted, output, console);
    Selection selection =
        new Selection(
            window.from(), window.to(), OrbitSource.of(file), constellation, !window.equals(asked));
    constellation =
        withoutOld(
            constellation, window.from().plus(selection.duration().dividedBy(2)), output, console);
    refuseEmpty(constellation, "the file " + file.label());
    warnOfGaps(wanted.gaps(file.label(), file.knownOver(window)), console);
    warnOfEmptySystems(constellation, output, console);
    return selection.of(constellation);
  }

  private boolean isWindowGiven() {
    ParseResult given = command.commandLine().getParseResult();
    return isGiven(start)
        || isGiven(date)
        || given.hasMatchedOption("--duration")
        || given.hasMatchedOption("--tracks");
  }

  /** The window asked for; without a date on the day of the orbits' middle. */
  private Stretch window(OrbitFile file, Duration duration) {
    Instant begin =
        isGiven(start)
            ? start.getValue()
            : midnight(isGiven(date) ? date.getValue() : day(file.middle()));
    return new Stretch(begin, begin.plus(duration));
  }

  /** Those of the systems asked for. */
  private Set<String> prnsAskedFor(OrbitFile file) throws IOException {
    Set<Character> letters =
        wanted(file.knownFrom()).systems().stream()
            .map(GnssSystem::rinexLetter)
            .collect(Collectors.toSet());
    return file.orbits().keySet().stream()
        .filter(prn -> letters.contains(prn.charAt(0)))
        .collect(Collectors.toSet());
  }

  private OrbitFile orbitFile() throws IOException {
    return OrbitFile.read(orbits.<Path>getValue(), nearOrbits());
  }

  /** A moment near to the orbits', for weeks that are counted modulo 1024. */
  private Instant nearOrbits() {
    if (isGiven(start)) {
      return start.getValue();
    }
    return midnight(isGiven(date) ? date.getValue() : BundledSnapshots.newest());
  }

  /** Refuses element sets of which too many are damaged to trust the rest. */
  static void refuseDamaged(Snapshot snapshot) throws JobFailedException {
    int damaged = snapshot.problems().size();
    int total = damaged + snapshot.elementSets().size();
    if (damaged > MOST_DAMAGED * total) {
      throw new JobFailedException(
          "%d of %d element sets are damaged, more than a tenth; the first: %s"
              .formatted(damaged, total, snapshot.problems().get(0).reason()));
    }
  }

  private Selection select(
      Snapshot snapshot, Duration duration, OutputOptions output, Console console)
      throws IOException, JobFailedException {
    Instant begin = begin(snapshot, console);
    Instant end = begin.plus(duration);
    ConstellationSelection wanted = wanted(begin);
    Constellation constellation = constellation(wanted, snapshot, begin, duration);
    warnOfAssumption(wanted, output, console);
    Instant epoch =
        constellation.members().isEmpty()
            ? snapshot.medianEpoch()
            : constellation.medianEpoch().orElseThrow();
    judgeAge(snapshot, epoch, begin, end, output, console);
    constellation = withoutOld(constellation, begin.plus(duration.dividedBy(2)), output, console);
    refuseEmpty(constellation, "the snapshot " + snapshot.label());
    warnOfGaps(wanted.gaps(snapshot), console);
    warn(snapshot, constellation, begin, end, output, console);
    return new Selection(begin, end, OrbitSource.of(snapshot), constellation, false);
  }

  /** Quiet or not: who leads hangs on them. */
  private static void warnOfGaps(List<String> gaps, Console console) {
    gaps.forEach(gap -> console.warn(gap + "; the others do not count"));
  }

  private static void warnOfAssumption(
      ConstellationSelection wanted, OutputOptions output, Console console) {
    if (wanted.assumption().isPresent()) {
      output.warn(console, wanted.assumption().get());
    }
  }

  private void refuseEmpty(Constellation constellation, String source) throws JobFailedException {
    if (constellation.members().isEmpty()) {
      throw new JobFailedException(
          "no satellite is left to look at: "
              + source
              + " holds none of "
              + SystemsOption.names(constellation.systems())
              + " with "
              + membership());
    }
  }

  private void refuseContradictions() {
    refuse(isGiven(date) && isGiven(start), "--date and " + start.longestName());
    refuse(isGiven(elements) && isGiven(orbits), "--elements and --orbits");
    refuse(isGiven(only) && isGiven(status), "--only and --status");
    refuse(isGiven(only) && isGiven(included), "--only and --include");
    refuse(isGiven(only) && isGiven(excluded), "--only and --exclude");
  }

  private void refuse(boolean both, String options) {
    if (both) {
      throw wrongUsage(options + " contradict each other, give one of them");
    }
  }

  private Snapshot snapshot(Duration duration, Console console)
      throws IOException, JobFailedException {
    String given = elements.getValue();
    if (given == null) {
      Optional<Path> archived = archive.folderIfAny(console);
      return archived.isPresent()
          ? nearestArchived(archived.get(), duration)
          : BundledSnapshots.load(nearestBundled());
    }
    if (given.isBlank()) {
      throw wrongUsage("--elements is empty, expected a file or a date");
    }
    Path file = Path.of(given);
    LocalDate bundled = dateOrNull(given);
    if (bundled == null || Files.exists(file)) {
      return ElementSetReader.read(file);
    }
    Optional<Path> archived = archive.folderIfAny(console);
    if (archived.isPresent()) {
      return nearestArchived(archived.get(), bundled);
    }
    if (!BundledSnapshots.dates().contains(bundled)) {
      throw wrongUsage(
          "no element sets of "
              + bundled
              + " are bundled, expected a file or one of "
              + bundledDates());
    }
    return BundledSnapshots.load(bundled);
  }

  private static String bundledDates() {
    return BundledSnapshots.dates().stream()
        .map(LocalDate::toString)
        .collect(Collectors.joining(", "));
  }

  /** The element sets nearest to the middle of the window, or the newest ones. */
  private Snapshot nearestArchived(Path folder, Duration duration) throws IOException {
    SnapshotArchive snapshots = SnapshotArchive.open(folder);
    Duration reach = Duration.ofDays(maxAgeDays.<Integer>getValue());
    Duration half = duration.dividedBy(2);
    if (isGiven(start)) {
      return snapshots.nearest(start.<Instant>getValue().plus(half), reach);
    }
    return isGiven(date)
        ? snapshots.nearest(midnight(date.getValue()).plus(half), reach)
        : snapshots.nearest(snapshots.newestEpoch(), reach);
  }

  /** The element sets nearest to the noon of a day. */
  private Snapshot nearestArchived(Path folder, LocalDate day) throws IOException {
    Duration reach = Duration.ofDays(maxAgeDays.<Integer>getValue());
    return SnapshotArchive.open(folder).nearest(midnight(day).plus(Duration.ofHours(12)), reach);
  }

  private static Instant midnight(LocalDate day) {
    return day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
  }

  private LocalDate nearestBundled() {
    if (isGiven(date)) {
      return BundledSnapshots.nearest(date.getValue());
    }
    if (isGiven(start)) {
      return BundledSnapshots.nearest(day(start.getValue()));
    }
    return BundledSnapshots.newest();
  }

  private static LocalDate dateOrNull(String text) {
    try {
      return IsoDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * The median epoch: of a snapshot, which holds each object once, of all of it; of a file of
   * several, of the newest of the satellites asked for.
   */
  private Instant ownEpoch(Snapshot snapshot) throws IOException, JobFailedException {
    Set<Integer> objects = new HashSet<>();
    Instant newest = Instant.MIN;
    for (ElementSet set : snapshot.elementSets()) {
      objects.add(set.catalogNumber());
      newest = set.epoch().isAfter(newest) ? set.epoch() : newest;
    }
    if (objects.size() == snapshot.elementSets().size()) {
      return snapshot.medianEpoch();
    }
    ConstellationSelection wanted =
        ofSystems(ConstellationSelection.on(day(newest))).status(StatusFilter.ALL);
    List<Instant> epochs =
        constellation(wanted, snapshot, newest, Duration.ZERO).members().stream()
            .map(member -> member.elementSet().epoch())
            .sorted()
            .toList();
    if (epochs.isEmpty()) {
      return snapshot.medianEpoch();
    }
    Instant oldest = epochs.get(epochs.size() - 1).minus(OF_ONE_CATALOGUE);
    List<Instant> recent = epochs.stream().filter(epoch -> !epoch.isBefore(oldest)).toList();
    return recent.get(recent.size() / 2);
  }

  private Instant begin(Snapshot snapshot, Console console) throws IOException, JobFailedException {
    if (isGiven(start)) {
      return start.getValue();
    }
    if (isGiven(date)) {
      return midnight(date.getValue());
    }
    Optional<Path> archived = archive.folderIfAny(console);
    return midnight(
        day(
            !isGiven(elements) && archived.isPresent()
                ? SnapshotArchive.open(archived.get()).newestEpoch()
                : ownEpoch(snapshot)));
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
        (isGiven(elements) ? "the given" : "the nearest")
            + (" element sets, snapshot " + snapshot.label())
            + (", are up to " + days + " days from the window");
    int most = maxAgeDays.getValue();
    if (days > most) {
      throw new JobFailedException(
          isGiven(elements)
              ? "%s, more than %d: give nearer ones, or raise --max-age".formatted(line, most)
              : "%s, more than %d: bundled are those of %s; give nearer ones with --elements FILE, import"
                      .formatted(line, most, bundledDates())
                  + " them (skytally archive import), or raise --max-age");
    }
    if (days > WARNED_OF_DAYS) {
      output.warn(console, line + "; positions are less sure");
    }
  }

  /** Leaves out the members whose own element sets are too far from the window. */
  private Constellation withoutOld(
      Constellation constellation, Instant middle, OutputOptions output, Console console) {
    int mostDays = maxAgeDays.getValue();
    List<Constellation.Member> old = constellation.membersOlderThanDays(mostDays, middle);
    if (old.isEmpty()) {
      return constellation;
    }
    List<Constellation.Member> members = new ArrayList<>(constellation.members());
    members.removeAll(old);
    List<Exclusion> excluded = new ArrayList<>();
    for (Constellation.Member member : old) {
      String reason =
          member
                  .elements()
                  .map(set -> "its element set is of " + day(set.epoch()))
                  .orElse("its orbit is")
              + "%s %d days from the window's middle, more than %d"
                  .formatted(
                      member.elements().isPresent() ? "," : "",
                      (long) member.ageDays(middle),
                      mostDays);
      Satellite satellite = member.satellite();
      excluded.add(Exclusion.of(satellite, reason));
    }
    output.warn(
        console,
        "left out, as their %s are more than %s from the window: %s"
            .formatted(
                isGiven(orbits) ? "orbits" : "element sets",
                Words.count(mostDays, "day", "days"),
                labels(old)));
    excluded.addAll(constellation.excluded());
    return new Constellation(constellation.systems(), members, excluded);
  }

  private static String labels(List<Constellation.Member> members) {
    return members.stream().map(m -> m.satellite().label()).collect(Collectors.joining(", "));
  }

  private ConstellationSelection wanted(Instant begin) throws IOException {
    ConstellationSelection wanted = ofSystems(ConstellationSelection.on(day(begin)));
    if (isGiven(status)) {
      wanted = wanted.status(status.getValue());
    }
    try {
      if (isGiven(included)) {
        wanted = wanted.including(included.getValue());
      }
      if (isGiven(excluded)) {
        wanted = wanted.excluding(excluded.getValue());
      }
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
    return wanted;
  }

  /** Narrows to the systems and the list asked for. */
  private ConstellationSelection ofSystems(ConstellationSelection wanted) throws IOException {
    Optional<List<GnssSystem>> given = systems.given();
    ConstellationSelection narrowed = given.isPresent() ? wanted.systems(given.get()) : wanted;
    return isGiven(only) ? narrowed.only(SatelliteList.read(only.getValue())) : narrowed;
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
      throw unfollowed(e);
    }
  }

  /** A list or a flag that names satellites which are not there; to be thrown. */
  private ParameterException unfollowed(IllegalArgumentException problem)
      throws JobFailedException {
    if (isGiven(only)) {
      throw new JobFailedException(only.getValue() + ": " + problem.getMessage());
    }
    return wrongUsage(problem.getMessage());
  }

  private static void warnOfEmptySystems(
      Constellation constellation, OutputOptions output, Console console) {
    for (GnssSystem system : constellation.systems()) {
      if (constellation.members(system).isEmpty()) {
        output.warn(console, "no satellite of " + system.displayName() + " is counted");
      }
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
    if (!problems.isEmpty() && output.isQuiet()) {
      console.warn(
          problems.size() == 1
              ? "1 element set was damaged and left out"
              : problems.size() + " element sets were damaged and left out");
    }
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
    warnOfEmptySystems(constellation, output, console);
    List<Constellation.Member> old =
        constellation.membersOlderThanDays(
            WARNED_OF_DAYS, begin.plus(Duration.between(begin, end).dividedBy(2)));
    if (!old.isEmpty() && old.size() < constellation.members().size() / 2) {
      output.warn(
          console,
          "element sets more than %d days from the window: %s"
              .formatted(WARNED_OF_DAYS, labels(old)));
    }
  }

  /** Which satellites are asked for, for people, as {@code "status operational"}. */
  String membership() {
    return membership("");
  }

  /** As {@link #membership()}; over more than a day with the one whose statuses count. */
  String membership(Selection selection) {
    boolean oneDay =
        Duration.between(selection.start(), selection.end()).compareTo(Duration.ofDays(1)) <= 0;
    return membership(oneDay ? "" : " on " + day(selection.start()));
  }

  private String membership(String onDay) {
    if (isGiven(only)) {
      return "exactly those listed in " + only.getValue();
    }
    StatusFilter filter = isGiven(status) ? status.getValue() : StatusFilter.OPERATIONAL;
    StringBuilder text = new StringBuilder("status ");
    text.append(filter.name().toLowerCase(Locale.ROOT)).append(onDay);
    if (isGiven(included)) {
      text.append(", with ").append(String.join(", ", included.<List<String>>getValue()));
    }
    if (isGiven(excluded)) {
      text.append(", without ").append(String.join(", ", excluded.<List<String>>getValue()));
    }
    return text.toString();
  }

  /** The flags given here, with the day that they led to if none was given. */
  String flags(Instant begin) {
    Set<String> flags = new LinkedHashSet<>();
    if (!isGiven(date) && !isGiven(start) && !isGiven(orbits)) {
      flags.add("--date " + day(begin));
    }
    for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
      if (all.contains(option)) {
        String value =
            option.equals(date)
                ? date.getValue().toString()
                : String.join(",", option.originalStringValues());
        String name = option.equals(start) ? "--start" : option.longestName();
        flags.add(name + " " + (value.contains(" ") ? "'" + value + "'" : value));
      }
    }
    return String.join(" ", flags);
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
