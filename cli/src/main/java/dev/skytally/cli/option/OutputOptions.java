package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.OutputFile;
import dev.skytally.cli.console.Progress;
import dev.skytally.input.TextFile;
import dev.skytally.report.Report;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options for the format and the file of the result. */
public final class OutputOptions {
  enum Format {
    TABLE,
    CSV,
    JSON,
    GEOJSON,
    ICS,
    /** The data of the planner's page, for no one else. */
    PAGE
  }

  private final OptionSpec format;
  private final OptionSpec outputFile;

  private final OptionSpec quiet =
      Heading.option(Heading.GENERAL, "-q", "--quiet")
          .type(boolean.class)
          .initialValue(false)
          .description("Hide the progress bar and minor warnings.")
          .build();

  private final CommandSpec command;
  private final Optional<PictureOptions> pictures;

  /** The formats that the command offers. */
  private final List<Format> offered;

  public OutputOptions(CommandSpec command) {
    this(command, false, Format.JSON);
    addTo(command);
  }

  /** Creates options with the formats up to one of them. */
  private OutputOptions(CommandSpec command, boolean draws, Format last) {
    this.command = command;
    pictures = draws ? Optional.of(new PictureOptions(command)) : Optional.empty();
    offered = List.copyOf(EnumSet.range(Format.TABLE, last));
    format =
        Heading.option(Heading.OUTPUT, "--format")
            .paramLabel("FORMAT")
            .type(Format.class)
            .converters(new Arguments.ReportFormat(names(), accepted()))
            .description(
                "Format of the result: "
                    + names().replace("table", "table (for people)")
                    + " (default: by the ending of -o FILE, else table).")
            .build();
    outputFile =
        Heading.option(Heading.OUTPUT, "-o", "--output")
            .paramLabel("FILE")
            .type(Path.class)
            .description(
                "Write the result to FILE ("
                    + endings()
                    + ") instead of standard output ('-'). FILE is written whole or not at all, and"
                    + " replaced if it exists.")
            .build();
  }

  /** Adds the options of a command whose result may also be a picture. */
  public static OutputOptions withPictures(CommandSpec command) {
    OutputOptions output = new OutputOptions(command, true, Format.JSON);
    output.addTo(command);
    return output;
  }

  /** Adds the options of a command whose result may also be points on a map. */
  public static OutputOptions withPoints(CommandSpec command) {
    OutputOptions output = new OutputOptions(command, false, Format.GEOJSON);
    output.addTo(command);
    return output;
  }

  /** Adds the options of a command whose result may also be events of a calendar. */
  public static OutputOptions withEvents(CommandSpec command) {
    OutputOptions output = new OutputOptions(command, false, Format.ICS);
    output.addTo(command);
    return output;
  }

  private void addTo(CommandSpec command) {
    command.addOption(format).addOption(outputFile).addOption(quiet);
  }

  /** Adds only the option about messages, for a command that writes its result itself. */
  public static OutputOptions ofMessages(CommandSpec command) {
    OutputOptions output = new OutputOptions(command, false, Format.JSON);
    command.addOption(output.quiet);
    return output;
  }

  private String endings() {
    List<String> endings = new ArrayList<>();
    for (Format one : offered) {
      endings.add(one == Format.TABLE ? ".txt" : "." + key(one));
    }
    if (pictures.isPresent()) {
      endings.addAll(List.of(".svg", ".png"));
    }
    return joined(endings);
  }

  private String names() {
    List<String> names = new ArrayList<>();
    for (Format one : offered) {
      names.add(key(one));
    }
    return joined(names);
  }

  /** Returns the formats of the result, those that only the planner asks for included. */
  private Format[] accepted() {
    List<Format> accepted = new ArrayList<>(offered);
    if (offered.contains(Format.ICS)) {
      accepted.add(Format.PAGE);
    }
    return accepted.toArray(Format[]::new);
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String key(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  boolean isQuiet() {
    return quiet.getValue();
  }

  public void warn(Console console, String line) {
    if (!isQuiet()) {
      console.warn(line);
    }
  }

  /** Prints a minor warning of an option, unless its command is quiet. */
  static void warn(CommandSpec command, Console console, String line) {
    OptionSpec quiet = command.findOption("--quiet");
    if (quiet == null || !quiet.<Boolean>getValue()) {
      console.warn(line);
    }
  }

  public Progress progress(Console console) {
    return new Progress(console, isQuiet());
  }

  /** Fails before a long job, rather than after it, if its result cannot be written. */
  public void requireWritable() throws IOException, JobFailedException {
    pictures.ifPresent(some -> some.requireUse(isPicture(), "-o"));
    if (toStandardOutput()) {
      return;
    }
    requireKnownFormat();
    file().requireWritable();
  }

  private void requireKnownFormat() {
    Path path = outputFile.getValue();
    Format given = format.getValue();
    Optional<Format> ofName = formatOfName();
    if (given == null) {
      if (ofName.isEmpty() && !isPicture() && !OutputFile.ending(path).isEmpty()) {
        throw OutputFile.unknownEnding(command, "-o", path, endings() + ", or --format");
      }
    } else if (isPicture() || (ofName.isPresent() && ofName.get() != given)) {
      throw new ParameterException(
          command.commandLine(),
          "--format %s and -o %s contradict each other, give one of them"
              .formatted(key(given), TextFile.quoted(path.toString())));
    }
  }

  private Optional<Format> formatOfName() {
    if (toStandardOutput()) {
      return Optional.empty();
    }
    return switch (OutputFile.ending(outputFile.getValue())) {
      case "txt" -> Optional.of(Format.TABLE);
      case "csv" -> Optional.of(Format.CSV);
      case "json" -> Optional.of(Format.JSON);
      case "geojson" -> Optional.of(Format.GEOJSON).filter(offered::contains);
      case "ics" -> Optional.of(Format.ICS).filter(offered::contains);
      default -> Optional.empty();
    };
  }

  /** Writes a report; its text is complete before the first byte is written. */
  public void write(Console console, Report report) throws JobFailedException {
    String text =
        switch (format()) {
          case TABLE -> report.table();
          case CSV -> report.csv();
          case JSON -> report.json();
          case GEOJSON -> report.geoJson();
          case ICS -> report.calendar();
          case PAGE -> throw new IllegalStateException("a page has more data than its report");
        };
    write(console, text);
  }

  /** Writes the text of a result. */
  public void write(Console console, String text) throws JobFailedException {
    if (toStandardOutput()) {
      console.write(text);
      return;
    }
    file().write(text.getBytes(StandardCharsets.UTF_8));
  }

  public boolean isPage() {
    return format() == Format.PAGE;
  }

  public boolean isCalendar() {
    return format() == Format.ICS;
  }

  private Format format() {
    Format given = format.getValue();
    return given != null ? given : formatOfName().orElse(Format.TABLE);
  }

  /**
   * Writes a report, or draws a picture if the file's name ends in {@code .svg} or {@code .png}.
   */
  public void writeOrDraw(
      Console console, Report report, Function<PictureStyle, SvgPicture> drawing)
      throws IOException, JobFailedException {
    if (!isPicture()) {
      write(console, report);
      return;
    }
    Path path = outputFile.getValue();
    file().write(pictures.orElseThrow().draw(console, path, drawing));
  }

  public boolean isPicture() {
    return pictures.isPresent()
        && !toStandardOutput()
        && PictureFormat.isPicture(outputFile.getValue());
  }

  private OutputFile file() {
    return new OutputFile(command, "-o", outputFile.getValue(), " or '-' for standard output");
  }

  private boolean toStandardOutput() {
    Path path = outputFile.getValue();
    return path == null || path.toString().equals("-");
  }
}
