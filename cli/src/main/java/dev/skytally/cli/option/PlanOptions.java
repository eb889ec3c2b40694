package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.OutputFile;
import dev.skytally.cli.console.ResultFile;
import dev.skytally.cli.option.OutputOptions.Format;
import dev.skytally.input.TextFile;
import dev.skytally.plan.Condition;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.PlanQuestion.Hours;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options about the windows and the series of a plan. */
public final class PlanOptions {
  private static final Duration DEFAULT_LENGTH = Duration.ofHours(1);
  private static final String MIDNIGHT = "24:00";
  private static final Duration DEFAULT_STEP = Duration.ofMinutes(1);

  private final OptionSpec need =
      Heading.option(Heading.PLAN, "--need")
          .paramLabel("CONDITIONS")
          .type(String.class)
          .description(
              "List every window in which all CONDITIONS hold, for example \"satellites >= 8, pdop"
                  + " <= 2, gps.satellites >= 5\" (default: find the window with the least median"
                  + " PDOP). Figures: satellites, gdop, pdop, hdop, vdop and tdop; of one system"
                  + " with gps., bds., gal., glo., qzs. or navic. in front.")
          .build();

  private final OptionSpec length =
      Heading.option(Heading.PLAN, "--for")
          .paramLabel("LENGTH")
          .type(Duration.class)
          .converters(new Arguments.Length())
          .description(
              "Least length of a window, for example 2h; without --need, its exact length"
                  + " (default: any; 1h without --need).")
          .build();

  private final OptionSpec between =
      Heading.option(Heading.PLAN, "--between")
          .paramLabel("HOURS")
          .type(String.class)
          .description(
              "Find windows only within HOURS of each day, for example 08:00-18:00, or 22:00-04:00"
                  + " across midnight (default: the whole day).")
          .build();

  private final OptionSpec series =
      Heading.option(Heading.PLAN, "--series")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "Also write the satellites in view and the dilution of precision, of each system and"
                  + " of all together, at every STEP of --every to FILE.csv or FILE.json; with '-', write"
                  + " nothing else, to standard output, as CSV or in --format json. It covers the whole"
                  + " window, also with --between.")
          .build();

  private final OptionSpec step =
      Heading.option(Heading.PLAN, "--every")
          .paramLabel("STEP")
          .type(Duration.class)
          .converters(new Arguments.Length())
          .description("Step of --series, for example 30s (default: 60s).")
          .build();

  private final OptionSpec satellites =
      Heading.option(Heading.PLAN, "--satellites")
          .type(boolean.class)
          .initialValue(false)
          .description("Add azimuth and elevation of each satellite in view to --series.")
          .build();

  private final OptionSpec name =
      Heading.option(Heading.SITES, "--name")
          .paramLabel("NAME")
          .type(String.class)
          .description("Name of SITE in the answer, for example if SITE is given by coordinates.")
          .build();

  private final CommandSpec command;

  public PlanOptions(CommandSpec command) {
    this.command = command;
    for (OptionSpec option : List.of(need, length, between, series, step, satellites, name)) {
      command.addOption(option);
    }
  }

  /**
   * Returns the question.
   *
   * @param systems the systems of the study, which all conditions must have
   * @param zone the time zone of the hours
   */
  public PlanQuestion question(List<GnssSystem> systems, ZoneId zone) {
    List<Condition> conditions = conditions();
    for (Condition condition : conditions) {
      if (condition.system().isPresent() && !systems.contains(condition.system().get())) {
        throw wrongUsage(
            "--need: %s is about a system that is not among those asked for (%s)"
                .formatted(condition, SystemsOption.names(systems)));
      }
    }
    Duration least = length.getValue();
    Duration every = step.getValue();
    return new PlanQuestion(
        conditions,
        Optional.ofNullable(least == null && conditions.isEmpty() ? DEFAULT_LENGTH : least),
        hours(zone),
        isSeries() ? Optional.of(every == null ? DEFAULT_STEP : every) : Optional.empty(),
        satellites.<Boolean>getValue());
  }

  /** Returns a site with the given name, or as it is. */
  public GroundSite named(GroundSite site) {
    String given = name.getValue();
    if (given == null) {
      return site;
    }
    if (given.isBlank() || given.chars().anyMatch(Character::isISOControl)) {
      throw wrongUsage("--name: " + TextFile.quoted(given) + ", expected a name such as Base 3");
    }
    return site.withName(given.strip());
  }

  /** Fails if a name is given for no single site. */
  public void requireUnnamed() {
    if (name.getValue() != null) {
      throw wrongUsage("--name is that of SITE, but there is none; give SITE, or omit --name");
    }
  }

  /** Fails before a long job if the series of a question does not fit into memory. */
  public void requireFitting(PlanQuestion question, Duration window) {
    try {
      question.requireFitting(window);
    } catch (IllegalArgumentException e) {
      throw wrongUsage("--every: " + e.getMessage());
    }
  }

  private List<Condition> conditions() {
    String given = need.getValue();
    try {
      return given == null ? List.of() : Condition.parse(given);
    } catch (IllegalArgumentException e) {
      throw wrongUsage("--need: " + e.getMessage());
    }
  }

  private Optional<Hours> hours(ZoneId zone) {
    String given = between.getValue();
    if (given == null) {
      return Optional.empty();
    }
    String[] ends = given.split("-", -1);
    try {
      if (ends.length == 2) {
        LocalTime from = time(ends[0]);
        LocalTime to = time(ends[1]);
        if (from.equals(to) && !ends[1].strip().equals(MIDNIGHT)) {
          throw wrongUsage(
              "--between: %s has no length; give hours such as 08:00-18:00, or no --between"
                  .formatted(TextFile.quoted(given)));
        }
        return Optional.of(new Hours(from, to, zone));
      }
    } catch (DateTimeException e) {
      throw wrongHours(given);
    }
    throw wrongHours(given);
  }

  /** Reads {@code 8}, {@code 8:00}, {@code 08:00} or {@code 24:00}. */
  private static LocalTime time(String text) {
    String time = text.strip();
    time = time.indexOf(':') < 0 ? time + ":00" : time;
    time = time.indexOf(':') == 1 ? "0" + time : time;
    return time.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(time);
  }

  private ParameterException wrongHours(String given) {
    return wrongUsage(
        "--between: " + TextFile.quoted(given) + ", expected hours such as 08:00-18:00");
  }

  /** Returns whether a series is asked for. */
  public boolean isSeries() {
    return series.getValue() != null;
  }

  /** Returns whether the series takes the place of the result. */
  public boolean isOnlySeries() {
    return isSeries() && series.<Path>getValue().toString().equals("-");
  }

  /**
   * Returns whether the series is JSON.
   *
   * @param output of the result, which decides if the series takes its place
   */
  public boolean isSeriesJson(OutputOptions output) {
    return isOnlySeries()
        ? output.format() == Format.JSON
        : OutputFile.ending(series.getValue()).equals("json");
  }

  /** Fails before a long job if conditions or hours are wrong or the file cannot be written. */
  public void requireValid(OutputOptions output) throws IOException, JobFailedException {
    conditions();
    hours(ZoneOffset.UTC);
    if (!isSeries()) {
      if (step.getValue() != null || satellites.<Boolean>getValue()) {
        throw wrongUsage("--every and --satellites change the series only, add --series FILE.csv");
      }
      return;
    }
    if (isOnlySeries()) {
      if (!output.toStandardOutput()
          || !EnumSet.of(Format.TABLE, Format.CSV, Format.JSON).contains(output.format())) {
        throw wrongUsage(
            "--series - writes CSV or JSON to standard output, give no -o and no other --format");
      }
      return;
    }
    Path path = series.getValue();
    if (!List.of("csv", "json").contains(OutputFile.ending(path))) {
      throw OutputFile.unknownEnding(command, "--series", path, ".csv or .json");
    }
    seriesFile().requireWritable();
  }

  /** Writes the series, which must be asked for. */
  public void writeSeries(ResultFile.Content content, Console console) throws JobFailedException {
    if (isOnlySeries()) {
      console.write(content);
    } else {
      seriesFile().write(content);
    }
  }

  private OutputFile seriesFile() {
    return new OutputFile(command, "--series", series.getValue(), " or '-' for standard output");
  }

  private ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
