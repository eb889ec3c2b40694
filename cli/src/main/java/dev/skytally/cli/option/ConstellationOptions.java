package dev.skytally.cli.option;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Reason;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Health;
import dev.skytally.elements.Snapshot;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import dev.skytally.report.capitals.MissingEffect;
import dev.skytally.report.setting.OrbitSource;
import dev.skytally.report.setting.Selection;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteList;
import dev.skytally.satellites.StatusFilter;
import java.io.IOException;
import java.nio.file.Path;
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
public final class ConstellationOptions {
  private final OptionSpec date;
  private final OptionSpec start;

  private final SystemsOption systems;
  private final ArchiveOption archive = new ArchiveOption();
  private final ElementsOption elements;

  private final OptionSpec orbits =
      OptionSpec.builder("--orbits")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "Other orbits than element sets: SP3, RINEX navigation messages, or a SEM, YUMA or"
                  + " Trimble almanac.")
          .build();

  private final OptionSpec maxAgeDays =
      OptionSpec.builder("--max-age")
          .paramLabel("DAYS")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .initialValue(ElementSet.OLDEST_DAYS)
          .description(
              "Refuse element sets further than so many days from the window; "
                  + ElementSet.OLDEST_DAYS
                  + " if not given.")
          .build();

  private final OptionSpec status =
      OptionSpec.builder("--status")
          .paramLabel("STATUS")
          .type(StatusFilter.class)
          .converters(new Arguments.Status())
          .description(
              "operational, transmitting (test and commissioning satellites with a PRN too, as planning"
                  + " services count) or all (default: operational).")
          .build();

  private final OptionSpec healthy =
      OptionSpec.builder("--healthy")
          .type(Boolean.class)
          .description(
              "Exclude satellites that are unhealthy by their own messages or the almanac, given by"
                  + " --orbits.")
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

  /** In the order of the help. */
  private final List<OptionSpec> all;

  private final CommandSpec command;

  public ConstellationOptions(CommandSpec command, Console console) {
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
  public ConstellationOptions(
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
    elements = new ElementsOption(command, archive);
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
            elements.spec(),
            orbits,
            archive.spec(),
            maxAgeDays,
            status,
            healthy,
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
  public boolean areUnset() {
    for (OptionSpec option : all) {
      if (!option.equals(maxAgeDays) && isGiven(option)) {
        return false;
      }
    }
    return true;
  }

  /** Selects to compute with: refuses element sets of which too many are damaged. */
  public Selection select(Duration duration, OutputOptions output, Console console)
      throws IOException, JobFailedException {
    refuseContradictions();
    SelectionJudge judge = judge(output, console);
    if (isGiven(orbits)) {
      OrbitFile file = orbitFile(console);
      Selection selection = selectOrbits(file, duration, judge, console);
      Set<String> prns =
          selection.constellation().members().stream()
              .map(member -> member.satellite().prn())
              .collect(Collectors.toSet());
      new OrbitCoverage(file, prns).requireMost(new Stretch(selection.start(), selection.end()));
      return healthyOnly(selection, console);
    }
    ElementsOption.Choice choice = choice(duration, judge, console);
    choice.snapshot().requireSound();
    return select(choice, duration, judge, console);
  }

  /** Selects to list, damaged or not: those that can be flown. */
  public Selection list(OutputOptions output, Console console)
      throws IOException, JobFailedException {
    refuseContradictions();
    Duration day = Duration.ofDays(1);
    SelectionJudge judge = judge(output, console);
    Selection selection =
        isGiven(orbits)
            ? selectOrbits(orbitFile(console), day, judge, console)
            : select(choice(day, judge, console), day, judge, console);
    Constellation flown =
        VisibilityStudy.of(selection.constellation())
            .over(selection.start(), selection.duration())
            .flown();
    return healthyOnly(flown.members().isEmpty() ? selection : selection.of(flown), console);
  }

  /** Excludes unhealthy satellites if the user asks for it. */
  private Selection healthyOnly(Selection selection, Console console) throws JobFailedException {
    if (!isGiven(healthy)) {
      return selection;
    }
    List<Member> withOldHealth =
        selection.constellation().members().stream()
            .filter(member -> selection.health(member).isEmpty())
            .filter(member -> member.orbit().health(selection.start(), selection.end()).isPresent())
            .toList();
    if (!selection.reportsHealth()) {
      throw new JobFailedException(
          withOldHealth.isEmpty()
              ? "--healthy: %s reports no satellite's health; expected RINEX navigation messages or an almanac"
                  .formatted(selection.source().label())
              : "--healthy: %s reports health more than %s days from the window, which does not count; give a"
                      .formatted(selection.source().label(), Health.LIMIT_DAYS)
                  + " file nearer to the window, or no --healthy");
    }
    if (!withOldHealth.isEmpty()) {
      console.warn(
          "--healthy excludes none of %s, because their health is reported more than %s days from the window"
              .formatted(
                  withOldHealth.stream()
                      .map(member -> member.satellite().label())
                      .collect(Collectors.joining(", ")),
                  Health.LIMIT_DAYS));
    }
    Constellation constellation = selection.constellation();
    List<Member> members = new ArrayList<>();
    List<Exclusion> excluded = new ArrayList<>(constellation.excluded());
    for (Member member : constellation.members()) {
      Optional<Health> unhealthy = selection.health(member).filter(health -> !health.isHealthy());
      if (unhealthy.isEmpty()) {
        members.add(member);
      } else {
        Satellite satellite = member.satellite();
        long days = (long) unhealthy.get().ageDays(selection.start(), selection.end());
        String age =
            days == 0 ? "" : ", " + Words.count((int) days, "day", "days") + " from the window";
        excluded.add(
            new Exclusion(
                satellite.catalogNumber(),
                satellite.label(),
                "unhealthy: " + unhealthy.get().detail() + age));
      }
    }
    Constellation left = new Constellation(constellation.systems(), members, excluded);
    refuseEmpty(left, "the file " + selection.source().label());
    return selection.of(left);
  }

  /** What the satellites that are missing would change in a verdict, if any are. */
  public Optional<MissingEffect> effect(
      StudyResult result, EffectFinder.Study<StudyResult> study, Console console)
      throws IOException {
    if (result.constellation().missing().isEmpty()) {
      return Optional.empty();
    }
    try {
      return EffectFinder.find(result, elements.pool(console), study);
    } catch (IOException | JobFailedException e) {
      warnOfUnread(e, console);
      return EffectFinder.find(result, ElementsOption.bundledPool(), study);
    }
  }

  /**
   * A constellation with its missing satellites, by their nearest element sets that are not too
   * old.
   */
  public EffectFinder.Filled fill(Selection selection, Constellation flown, Console console)
      throws IOException {
    try {
      return EffectFinder.fill(flown, selection.start(), selection.end(), elements.pool(console));
    } catch (IOException | JobFailedException e) {
      warnOfUnread(e, console);
      return EffectFinder.fill(
          flown, selection.start(), selection.end(), ElementsOption.bundledPool());
    }
  }

  private static void warnOfUnread(Exception e, Console console) {
    console.warn(
        "only the bundled element sets are searched for the missing satellites: "
            + Reason.withPath(e));
  }

  private SelectionJudge judge(OutputOptions output, Console console) {
    return new SelectionJudge(maxAgeDays.getValue(), output, console);
  }

  private ElementsOption.Choice choice(Duration duration, SelectionJudge judge, Console console)
      throws IOException, JobFailedException {
    Duration reach = Duration.ofDays(maxAgeDays.<Integer>getValue());
    ElementsOption.Choice choice = elements.choose(givenBegin(), duration, reach, console);
    judge.warnOfDamagedFiles(choice.damagedFiles());
    return choice;
  }

  /** Selects from a file of other orbits. */
  private Selection selectOrbits(
      OrbitFile file, Duration duration, SelectionJudge judge, Console console)
      throws IOException, JobFailedException {
    Stretch asked = window(file, duration);
    Stretch window = isLengthGiven() ? asked : covered(file, asked);
    ConstellationSelection wanted = wanted(window.from());
    Constellation constellation;
    try {
      constellation = file.select(wanted);
    } catch (IllegalArgumentException e) {
      throw unfollowed(e);
    }
    judge.warnOfAssumption(wanted, constellation);
    Selection selection =
        new Selection(
            window.from(), window.to(), OrbitSource.of(file), constellation, !window.equals(asked));
    constellation = judge.withoutOld(constellation, selection.middle());
    if (prnsAskedFor(file).isEmpty()) {
      throw SystemsOption.noneOf(constellation.systems(), file);
    }
    refuseEmpty(constellation, "the file " + file.label());
    OldOrbitsWarning.print(console, constellation.oldOrbits(selection.middle()));
    return selection.of(constellation);
  }

  private Stretch covered(OrbitFile file, Stretch asked) throws IOException {
    OrbitCoverage coverage = new OrbitCoverage(file, prnsAskedFor(file));
    return givenBegin().isPresent() ? coverage.within(asked) : coverage.like(asked);
  }

  private boolean isLengthGiven() {
    ParseResult given = command.commandLine().getParseResult();
    return given.hasMatchedOption("--duration") || given.hasMatchedOption("--tracks");
  }

  /** The window asked for; without a date on the day of the orbits' middle. */
  private Stretch window(OrbitFile file, Duration duration) {
    Instant begin = givenBegin().orElseGet(() -> midnight(day(file.middle())));
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

  private OrbitFile orbitFile(Console console) throws IOException {
    Instant now = console.clock().instant();
    return OrbitFile.read(orbits.<Path>getValue(), givenBegin().orElse(now), now);
  }

  /** Selects from element sets. */
  private Selection select(
      ElementsOption.Choice choice, Duration duration, SelectionJudge judge, Console console)
      throws IOException, JobFailedException {
    Optional<Instant> given = givenBegin();
    Instant begin = given.isPresent() ? given.get() : midnight(day(ownEpoch(choice)));
    Instant end = begin.plus(duration);
    Instant middle = middle(begin, duration);
    ConstellationSelection wanted = wanted(begin);
    Constellation constellation = constellation(wanted, choice.snapshot(), middle);
    Snapshot snapshot = choice.namedFor(constellation);
    if (!snapshot.label().equals(choice.snapshot().label())) {
      constellation = constellation(wanted, snapshot, middle);
    }
    judge.warnOfAssumption(wanted, constellation);
    Instant epoch =
        constellation.members().isEmpty()
            ? snapshot.medianEpoch()
            : constellation.medianEpoch().orElseThrow();
    judge.judgeAge(snapshot, epoch, begin, end, elements.isGiven());
    constellation = judge.withoutOld(constellation, middle);
    refuseEmpty(constellation, "the snapshot " + snapshot.label());
    judge.warnOfDamaged(snapshot.problems(), constellation);
    judge.warnOfContradictions(snapshot, constellation);
    OldOrbitsWarning.print(console, constellation.oldOrbits(middle));
    judge.warnOfSystemsBehind(constellation, middle);
    return new Selection(
        begin,
        end,
        OrbitSource.of(snapshot),
        withDamagedFiles(choice.damagedFiles(), constellation),
        false);
  }

  /** Lists damaged files with what is left out. */
  private static Constellation withDamagedFiles(List<String> files, Constellation constellation) {
    if (files.isEmpty()) {
      return constellation;
    }
    List<Exclusion> excluded = new ArrayList<>();
    for (String file : files) {
      excluded.add(new Exclusion(0, "", file));
    }
    excluded.addAll(constellation.excluded());
    return constellation.with(constellation.members(), excluded);
  }

  private static Instant middle(Instant begin, Duration duration) {
    return begin.plus(duration.dividedBy(2));
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
    refuse(elements.isGiven() && isGiven(orbits), "--elements and --orbits");
    if (isGiven(healthy) && !isGiven(orbits)) {
      throw wrongUsage(
          "--healthy needs --orbits with RINEX navigation messages or an almanac, because element"
              + " sets say nothing of health");
    }
    refuse(isGiven(only) && isGiven(status), "--only and --status");
    refuse(isGiven(only) && isGiven(included), "--only and --include");
    refuse(isGiven(only) && isGiven(excluded), "--only and --exclude");
  }

  private void refuse(boolean both, String options) {
    if (both) {
      throw wrongUsage(options + " contradict each other, give one of them");
    }
  }

  /** Whether a day or a moment is given at which the window begins. */
  public boolean isBeginGiven() {
    return givenBegin().isPresent();
  }

  /** When the window begins, if a day or a moment is given. */
  private Optional<Instant> givenBegin() {
    if (isGiven(start)) {
      return Optional.of(start.getValue());
    }
    return isGiven(date) ? Optional.of(midnight(date.getValue())) : Optional.empty();
  }

  private static Instant midnight(LocalDate day) {
    return day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
  }

  /** The epoch whose day element sets lead to: of the newest there are, that of their snapshot. */
  private Instant ownEpoch(ElementsOption.Choice choice) throws IOException, JobFailedException {
    return !elements.isGiven() && choice.picked().isPresent()
        ? choice.picked().get().newestEpoch()
        : ownEpoch(choice.snapshot());
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
        constellation(wanted, snapshot, newest).members().stream()
            .map(member -> member.elementSet().epoch())
            .sorted()
            .toList();
    if (epochs.isEmpty()) {
      return snapshot.medianEpoch();
    }
    Instant oldest = epochs.get(epochs.size() - 1).minus(Snapshot.OF_ONE_CATALOGUE);
    List<Instant> recent = epochs.stream().filter(epoch -> !epoch.isBefore(oldest)).toList();
    return recent.get(recent.size() / 2);
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
      ConstellationSelection wanted, Snapshot snapshot, Instant middle) throws JobFailedException {
    try {
      return wanted.from(snapshot, middle);
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

  /** Which satellites are asked for, for people, as {@code "status operational"}. */
  public String membership() {
    return membership("");
  }

  /** As {@link #membership()}; over more than a day with the one whose statuses count. */
  public String membership(Selection selection) {
    boolean oneDay =
        Duration.between(selection.start(), selection.end()).compareTo(Duration.ofDays(1)) <= 0;
    return membership(oneDay ? "" : " on " + day(selection.start()));
  }

  private String membership(String onDay) {
    String healthyOnly = isGiven(healthy) ? ", healthy" : "";
    if (isGiven(only)) {
      return "exactly those listed in " + only.getValue() + healthyOnly;
    }
    StatusFilter filter = isGiven(status) ? status.getValue() : StatusFilter.OPERATIONAL;
    StringBuilder text = new StringBuilder("status ");
    text.append(filter.name().toLowerCase(Locale.ROOT)).append(onDay).append(healthyOnly);
    if (isGiven(included)) {
      text.append(", with ").append(String.join(", ", included.<List<String>>getValue()));
    }
    if (isGiven(excluded)) {
      text.append(", without ").append(String.join(", ", excluded.<List<String>>getValue()));
    }
    return text.toString();
  }

  /** The flags given here, with the day that they led to if none was given. */
  public String flags(Instant begin) {
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
        String quoted = value.contains(" ") ? "'" + value + "'" : value;
        flags.add(option.equals(healthy) ? name : name + " " + quoted);
      }
    }
    return String.join(" ", flags);
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
