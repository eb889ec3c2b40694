package dev.skytally.cli.option;

import dev.skytally.archive.ElementPool;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Reason;
import dev.skytally.elements.ElementSet;
import dev.skytally.input.InputFormatException;
import dev.skytally.internal.input.WrittenTime;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.report.setting.Choice;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.SatelliteList;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.ElementChoice;
import dev.skytally.selection.FilledGaps;
import dev.skytally.selection.FilledGaps.Answer;
import dev.skytally.selection.Selection;
import dev.skytally.selection.SelectionException;
import dev.skytally.selection.SelectionQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options that select satellites, their orbits and the start of the window. */
public final class ConstellationOptions {
  private static final String START =
      "Start the window at MOMENT, for example 2020-11-25T06:00, \"tomorrow 08:00\", now or +3h";

  private static final String NEARER_WINDOW = "choose a nearer window, or raise --max-age";

  /** Whether the window begins now by default. */
  private final boolean beginsNow;

  private final OptionSpec date;
  private final OptionSpec start;
  private final TimeZoneOption timeZone;

  private final SystemsOption systems;
  private final ArchiveOption archive = new ArchiveOption();
  private final ElementsOption elements;

  private final OptionSpec orbits =
      Heading.option(Heading.ELEMENT_SETS, "--orbits")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "Use the orbits in FILE instead of element sets, for example SP3, RINEX navigation"
                  + " messages or an almanac.")
          .build();

  private final OptionSpec maxAgeDays =
      Heading.option(Heading.ELEMENT_SETS, "--max-age")
          .paramLabel("DAYS")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .initialValue(ElementSet.OLDEST_DAYS)
          .description(
              "Reject element sets more than DAYS days from the window (default: "
                  + ElementSet.OLDEST_DAYS
                  + ").")
          .build();

  private final OptionSpec status =
      Heading.option(Heading.SATELLITES, "--status")
          .paramLabel("STATUS")
          .type(StatusFilter.class)
          .converters(new Arguments.Status())
          .description(
              "Status of the satellites to count: operational, transmitting (adds test and"
                  + " commissioning satellites with a PRN, as planning services do) or all (default:"
                  + " operational).")
          .build();

  private final OptionSpec healthy =
      Heading.option(Heading.SATELLITES, "--healthy")
          .type(Boolean.class)
          .description(
              "Exclude satellites that are unhealthy according to their own messages or the almanac;"
                  + " needs --orbits.")
          .build();

  private final OptionSpec included =
      Heading.option(Heading.SATELLITES, "--include")
          .paramLabel("SAT")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .splitRegex(",")
          .description(
              "Also count these satellites, by PRN (C31) or catalogue number (43001), separated by"
                  + " commas.")
          .build();

  private final OptionSpec excluded =
      Heading.option(Heading.SATELLITES, "--exclude")
          .paramLabel("SAT")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .splitRegex(",")
          .description("Do not count these satellites, by PRN or catalogue number.")
          .build();

  private final OptionSpec only =
      Heading.option(Heading.SATELLITES, "--only")
          .paramLabel("FILE")
          .type(Path.class)
          .description("Count only the satellites in FILE, a CSV with the columns system,norad.")
          .build();

  /** In the order of the help. */
  private final List<OptionSpec> all;

  private final CommandSpec command;

  public ConstellationOptions(CommandSpec command, Console console) {
    this(command, console, false, "--start", START + ".");
  }

  /** Adds the options for a window that begins by default at present. */
  public static ConstellationOptions fromNow(CommandSpec command, Console console) {
    return new ConstellationOptions(
        command,
        console,
        true,
        "--start",
        START + " (default: now" + console.words(", unless --orbits is given", "") + ").");
  }

  /** Adds the options for a moment, {@code --at}, which is by default the present. */
  public static ConstellationOptions ofMoment(CommandSpec command, Console console) {
    return new ConstellationOptions(
        command,
        console,
        true,
        "--at",
        "Show the sky at MOMENT, for example 2020-11-25T06:00, 12:00, \"tomorrow 08:00\" or +3h"
            + " (default: now"
            + console.words("; with --orbits, the start of what the file covers", "")
            + ").");
  }

  private ConstellationOptions(
      CommandSpec command,
      Console console,
      boolean beginsNow,
      String startName,
      String startDescription) {
    this.command = command;
    this.beginsNow = beginsNow;
    date =
        TimeZoneOption.dateOption(Heading.WINDOW, "--date")
            .description(
                "Make the window the day DATE, for example 2020-11-25, today, tomorrow or friday"
                    + (beginsNow
                        ? "."
                        : " (default: the day of the element sets' median epoch"
                            + console.words(", or what the file of --orbits covers", "")
                            + ")."))
            .build();
    timeZone = new TimeZoneOption(command, console, Heading.WINDOW);
    systems = new SystemsOption(command);
    elements = new ElementsOption(command, archive);
    start =
        TimeZoneOption.momentOption(Heading.WINDOW, startName)
            .description(startDescription)
            .build();
    all =
        List.of(
            date,
            start,
            timeZone.spec(),
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

  /** Returns whether none of these options selects anything. */
  public boolean areUnset() {
    for (OptionSpec option : all) {
      if (!option.equals(maxAgeDays) && !option.equals(timeZone.spec()) && isGiven(option)) {
        return false;
      }
    }
    return true;
  }

  /** Selects satellites for a computation; rejects element sets if too many are damaged. */
  public Selection select(Duration duration, OutputOptions output, Console console)
      throws IOException, JobFailedException {
    return selected(duration, SelectionQuestion::of, SelectionQuestion::of, output, console);
  }

  /** Selects satellites to list them, even if many element sets are damaged. */
  public Selection list(OutputOptions output, Console console)
      throws IOException, JobFailedException {
    return selected(
        Duration.ofDays(1),
        SelectionQuestion::flownOf,
        SelectionQuestion::flownOf,
        output,
        console);
  }

  private interface Selector<S> {
    Selection select(SelectionQuestion question, S source)
        throws SelectionException, InputFormatException;
  }

  private Selection selected(
      Duration duration,
      Selector<ElementChoice> fromElements,
      Selector<OrbitFile> fromFile,
      OutputOptions output,
      Console console)
      throws IOException, JobFailedException {
    rejectContradictions();
    Selection selection;
    try {
      if (isGiven(orbits)) {
        SelectionQuestion question = question(givenBegin(), duration);
        selection = fromFile.select(question, orbitFile(console));
      } else {
        selection = fromElements(duration, fromElements, console);
      }
    } catch (SelectionException e) {
      NoticeWarnings.print(e.notices(), output, console);
      throw explained(e, console);
    } catch (IllegalArgumentException e) {
      throw unfollowed(e);
    }
    NoticeWarnings.print(selection.notices(), output, console);
    adviseToFetch(selection, output, console);
    return selection;
  }

  /** Selects from element sets; their own day, if it is the window, begins in the time zone. */
  private Selection fromElements(
      Duration duration, Selector<ElementChoice> selector, Console console)
      throws IOException, JobFailedException, SelectionException {
    SelectionQuestion question = question(givenBegin(), duration);
    Selection selection = selector.select(question, choice(question, console));
    if (question.begin().isPresent() || times().isUtc()) {
      return selection;
    }
    Instant ownDay = timeZone.written().startOf(day(selection.start()));
    SelectionQuestion ofDay = question(Optional.of(ownDay), duration);
    return selector.select(ofDay, choice(ofDay, console));
  }

  /** Returns the length of the window; whole days have 23 or 25 hours if clocks change. */
  private Duration duration(Duration asked, Instant begin) {
    OptionalInt days = wholeDays(asked);
    return days.isEmpty() ? asked : timeZone.written().lengthOfDays(begin, days.getAsInt());
  }

  /** Returns the whole days that are asked for: the given ones, or one if the window is a day. */
  private OptionalInt wholeDays(Duration asked) {
    if (isLengthGiven()) {
      return WrittenTime.wholeDays(givenLength().originalStringValues().get(0).strip());
    }
    boolean isDay = asked.equals(Duration.ofDays(1)) && !isGiven(start) && !isNow();
    return isDay ? OptionalInt.of(1) : OptionalInt.empty();
  }

  /** Fresh element sets help if the window is about now. */
  private void adviseToFetch(Selection selection, OutputOptions output, Console console) {
    boolean areOld =
        selection.oldOrbits().members().stream().anyMatch(old -> old.elements().isPresent());
    if (areOld && !elements.isGiven() && selection.isAbout(console.clock().instant())) {
      output.warn(console, "fetch fresh element sets with: skytally fetch");
    }
  }

  private SelectionQuestion question(Optional<Instant> begin, Duration duration)
      throws IOException {
    Optional<List<GnssSystem>> ofSystems = systems.given();
    Optional<Set<SatelliteList.Entry>> listed =
        isGiven(only)
            ? Optional.of(Set.copyOf(SatelliteList.read(only.getValue())))
            : Optional.empty();
    return new SelectionQuestion(
        begin,
        begin.map(from -> duration(duration, from)).orElse(duration),
        !isLengthGiven(),
        day -> wanted(begin.isPresent() ? localDay(begin.get()) : day, ofSystems, listed),
        maxAgeDays.<Integer>getValue(),
        isGiven(healthy));
  }

  private ConstellationSelection wanted(
      LocalDate day,
      Optional<List<GnssSystem>> ofSystems,
      Optional<Set<SatelliteList.Entry>> listed) {
    ConstellationSelection wanted = ConstellationSelection.on(day);
    wanted = ofSystems.map(wanted::systems).orElse(wanted);
    wanted = listed.isPresent() ? wanted.only(listed.get()) : wanted;
    if (isGiven(status)) {
      wanted = wanted.status(status.getValue());
    }
    if (isGiven(included)) {
      wanted = wanted.including(included.getValue());
    }
    return isGiven(excluded) ? wanted.excluding(excluded.getValue()) : wanted;
  }

  /** Adds to the message of a problem which options solve it. */
  private JobFailedException explained(SelectionException problem, Console console) {
    String message =
        problem.getMessage()
            + (isNow()
                ? " (the window begins now unless you give " + start.longestName() + ")"
                : "");
    String advised =
        switch (problem.reason()) {
          case CHOSEN_ELEMENTS_TOO_OLD -> message + ": give nearer ones, or raise --max-age";
          case NEAREST_ELEMENTS_TOO_OLD ->
              "%s: Skytally bundles those of %s; ".formatted(message, ElementsOption.bundledDates())
                  + console.words(
                      "give nearer ones with --elements FILE, import them (skytally archive import),"
                          + " or raise --max-age",
                      NEARER_WINDOW);
          case ALL_TOO_OLD ->
              message + "; " + console.words("give nearer ones, or raise --max-age", NEARER_WINDOW);
          case NO_SATELLITE -> message + " with " + membership();
          case OTHER_SYSTEMS -> SystemsOption.noneOf(problem);
          case WINDOW_NOT_COVERED -> message + " by --start and --duration";
          case NO_HEALTH ->
              "--healthy: " + message + "; expected RINEX navigation messages or an almanac";
          case OLD_HEALTH ->
              "--healthy: " + message + "; give a file nearer to the window, or no --healthy";
        };
    return new JobFailedException(advised, problem);
  }

  /**
   * What a study answers with the missing satellites, if any are and two systems or more compete.
   *
   * @param flown the satellites as they flew
   * @param result the answer without those that are missing
   */
  public <R> Optional<Answer<R>> withMissing(
      Selection flown, R result, Function<Constellation, R> study, Console console)
      throws IOException {
    if (flown.constellation().missing().isEmpty() || flown.systems().size() == 1) {
      return Optional.empty();
    }
    try {
      return filled(flown, elements.pool(console)).answer(result, study);
    } catch (IOException | JobFailedException e) {
      console.warn(
          "searches only the bundled element sets for the missing satellites: "
              + Reason.withPath(e));
      return filled(flown, ElementsOption.bundledPool()).answer(result, study);
    }
  }

  private static FilledGaps filled(Selection flown, ElementPool pool) throws IOException {
    return FilledGaps.of(flown.constellation(), flown.start(), flown.end(), pool);
  }

  private ElementChoice choice(SelectionQuestion question, Console console)
      throws IOException, JobFailedException {
    return elements.choose(question, Duration.ofDays(question.maxAgeDays()), console);
  }

  private boolean isLengthGiven() {
    return givenLength() != null;
  }

  /** Returns the option that gives the length of the window; null if none does. */
  private OptionSpec givenLength() {
    ParseResult given = command.commandLine().getParseResult();
    OptionSpec duration = given.matchedOption("--duration");
    return duration == null ? given.matchedOption("--tracks") : duration;
  }

  private OrbitFile orbitFile(Console console) throws IOException {
    Instant now = console.clock().instant();
    return OrbitFile.read(orbits.<Path>getValue(), givenBegin().orElse(now), now);
  }

  private void rejectContradictions() {
    reject(isGiven(date) && isGiven(start), "--date and " + start.longestName());
    reject(elements.isGiven() && isGiven(orbits), "--elements and --orbits");
    if (isGiven(healthy) && !isGiven(orbits)) {
      throw wrongUsage(
          "--healthy needs --orbits with RINEX navigation messages or an almanac, because element"
              + " sets say nothing about health");
    }
    reject(isGiven(only) && isGiven(status), "--only and --status");
    reject(isGiven(only) && isGiven(included), "--only and --include");
    reject(isGiven(only) && isGiven(excluded), "--only and --exclude");
  }

  private void reject(boolean both, String options) {
    if (both) {
      throw wrongUsage(options + " contradict each other, give one of them");
    }
  }

  /** Describes how the moment was chosen if the user did not, for example {@code ", now; ..."}. */
  public String unaskedMoment() {
    if (isGiven(start) || isGiven(date)) {
      return "";
    }
    return (isNow() ? ", now" : ", the start of the orbits' own day")
        + "; choose another moment with --at";
  }

  /** Returns whether the window begins now because the user gave no start. */
  private boolean isNow() {
    return beginsNow && !isGiven(start) && !isGiven(date) && !isGiven(orbits);
  }

  /** Returns the start of the window, if it is not the beginning of the orbits' own day. */
  private Optional<Instant> givenBegin() {
    if (isNow()) {
      return Optional.of(timeZone.written().now());
    }
    if (isGiven(start)) {
      return timeZone.moment(start);
    }
    return isGiven(date) ? Optional.of(timeZone.startOf(date)) : Optional.empty();
  }

  private Optional<LocalDate> givenDate() {
    return timeZone.date(date);
  }

  /** Returns what writes times in the time zone of the options. */
  public Times times() {
    return timeZone.times();
  }

  private LocalDate localDay(Instant moment) {
    return LocalDate.ofInstant(moment, timeZone.zone());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /**
   * Returns the exception to throw if a list or an option names a satellite that does not exist.
   */
  private ParameterException unfollowed(IllegalArgumentException problem)
      throws JobFailedException {
    if (isGiven(only)) {
      throw new JobFailedException(only.getValue() + ": " + problem.getMessage());
    }
    List<String> named = included.getValue();
    boolean isIncluded =
        isGiven(included)
            && (!isGiven(excluded) || named.stream().anyMatch(problem.getMessage()::contains));
    return new ParameterException(
        command.commandLine(), problem.getMessage(), isIncluded ? included : excluded, null);
  }

  /** Describes which satellites are asked for, for example {@code "status operational"}. */
  public String membership() {
    return membership("");
  }

  /** As {@link #membership()}, with the day that decides the status if the window is longer. */
  public String membership(Selection selection) {
    boolean oneDay =
        selection.duration().compareTo(Duration.ofDays(1)) <= 0
            || times().isDay(selection.start(), selection.end());
    return membership(oneDay ? "" : " on " + times().date(selection.start()));
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

  /** Returns the given options, with a {@code --date} for the window's day if they have none. */
  public String flags(Instant begin) {
    Set<String> flags = new LinkedHashSet<>();
    if (isNow()) {
      flags.add("--start " + moment(begin));
    } else if (!isGiven(date) && !isGiven(start) && !isGiven(orbits)) {
      flags.add("--date " + times().date(begin));
    }
    for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
      if (all.contains(option) && !(option.equals(timeZone.spec()) && times().isUtc())) {
        flags.add(flag(option));
      }
    }
    return String.join(" ", flags);
  }

  /** Returns how the choice of satellites differs from the default. */
  public List<Choice> choice() {
    List<Choice> choice = new ArrayList<>();
    if (isGiven(status) && status.getValue() != StatusFilter.OPERATIONAL) {
      choice.add(new Choice("status." + Words.key(status.<StatusFilter>getValue()), ""));
    }
    if (isGiven(healthy)) {
      choice.add(new Choice("healthy", ""));
    }
    if (isGiven(included)) {
      choice.add(new Choice("with", String.join(", ", included.<List<String>>getValue())));
    }
    if (isGiven(excluded)) {
      choice.add(new Choice("without", String.join(", ", excluded.<List<String>>getValue())));
    }
    if (isGiven(only)) {
      choice.add(new Choice("only", value(only)));
    }
    return choice;
  }

  private String flag(OptionSpec option) {
    String value = value(option);
    String name = option.equals(start) ? "--start" : option.longestName();
    String quoted = value.contains(" ") ? "'" + value + "'" : value;
    return option.equals(healthy) ? name : name + " " + quoted;
  }

  /** Returns the value of an option as it is true at any time and on any machine. */
  private String value(OptionSpec option) {
    if (option.equals(date)) {
      return givenDate().orElseThrow().toString();
    }
    if (option.equals(timeZone.spec())) {
      return timeZone.zone().getId();
    }
    String typed = String.join(",", option.originalStringValues());
    return option.equals(start) && !Character.isDigit(typed.charAt(0))
        ? moment(givenBegin().orElseThrow())
        : typed;
  }

  /** Returns a moment without a fraction of a second, as nobody types one. */
  private String moment(Instant instant) {
    return times().iso(instant).replace(".000", "");
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
