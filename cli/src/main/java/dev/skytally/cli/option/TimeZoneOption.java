package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.internal.input.WrittenTime;
import dev.skytally.report.text.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The option for the time zone, and options for dates and moments in it.
 *
 * <p>The values of those options are read only when a command asks for them, because the time zone
 * may follow them.
 */
public final class TimeZoneOption {
  private static final String ZONES =
      "a name such as Europe/Chisinau, local (this machine's zone), utc, or an offset such as +03:00"
          + " (default: utc).";

  private final OptionSpec option;
  private final CommandSpec command;

  /** The present, to the second and the same for all options. */
  private final Instant now;

  /** Creates an option; the caller adds it to the command. */
  public TimeZoneOption(CommandSpec command, Console console, Heading heading) {
    this(
        command,
        console,
        heading,
        "Read and show times in ZONE: "
            + ZONES
            + " A time with its own offset, such as 12:00Z, needs none.");
  }

  private TimeZoneOption(
      CommandSpec command, Console console, Heading heading, String description) {
    this.command = command;
    now = Instant.ofEpochSecond(console.clock().instant().getEpochSecond());
    option =
        Heading.option(heading, "--timezone")
            .paramLabel("ZONE")
            .type(ZoneId.class)
            .converters(new Arguments.Zone())
            .description(description)
            .build();
  }

  /** Adds the option to a command that reads no times. */
  public static TimeZoneOption ofOutput(CommandSpec command, Console console) {
    TimeZoneOption timeZone =
        new TimeZoneOption(command, console, Heading.OUTPUT, "Show times in ZONE: " + ZONES);
    command.addOption(timeZone.option);
    return timeZone;
  }

  public OptionSpec spec() {
    return option;
  }

  /** Begins an option for a date, which {@link #date} reads. */
  public static OptionSpec.Builder dateOption(Heading heading, String name) {
    return Heading.option(heading, name).paramLabel("DATE").type(String.class);
  }

  /** Begins an option for a moment, which {@link #moment} reads. */
  public static OptionSpec.Builder momentOption(Heading heading, String name) {
    return Heading.option(heading, name).paramLabel("MOMENT").type(String.class);
  }

  /** Returns the time zone, by default UTC. */
  public ZoneId zone() {
    ZoneId given = option.getValue();
    return given == null ? ZoneOffset.UTC : given;
  }

  /** Returns what writes times in the zone. */
  public Times times() {
    return option.getValue() == null ? Times.UTC : new Times(zone());
  }

  /** Returns what reads times in the zone. */
  public WrittenTime written() {
    return new WrittenTime(zone(), now);
  }

  /** Returns the value of an option for a date, if it is given. */
  public Optional<LocalDate> date(OptionSpec of) {
    String given = of.getValue();
    try {
      return given == null ? Optional.empty() : Optional.of(written().date(given));
    } catch (DateTimeException e) {
      throw wrongUsage(of, e);
    }
  }

  /** Returns the beginning of the day that an option gives. */
  Instant startOf(OptionSpec of) {
    return written().startOf(date(of).orElseThrow());
  }

  /** Returns the value of an option for a moment, if it is given. */
  public Optional<Instant> moment(OptionSpec of) {
    String given = of.getValue();
    try {
      return given == null ? Optional.empty() : Optional.of(written().moment(given));
    } catch (DateTimeException e) {
      throw wrongUsage(of, e);
    }
  }

  private ParameterException wrongUsage(OptionSpec of, DateTimeException problem) {
    return new ParameterException(
        command.commandLine(), of.longestName() + ": " + problem.getMessage());
  }
}
