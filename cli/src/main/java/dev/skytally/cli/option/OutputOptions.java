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
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options for the format and the file of the result. */
public final class OutputOptions {
  /** The formats of results, in the order of the help. */
  public enum Format {
    TABLE,
    CSV,
    JSON,
    GEOJSON,
    ICS,
    /** A page for the browser. */
    HTML,
    SVG,
    PNG,
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

  /** Present if the result may be a picture. */
  private final Optional<PictureOptions> pictures;

  /** The formats that the command offers. */
  private final List<Format> offered;

  /** Adds the options of a command whose result may be a table, CSV, JSON, or one of some more. */
  public OutputOptions(CommandSpec command, Format... more) {
    this(command, Optional.empty(), more);
    addTo(command);
  }

  private OutputOptions(CommandSpec command, Optional<PictureOptions> pictures, Format... more) {
    this.command = command;
    this.pictures = pictures;
    Set<Format> all = EnumSet.range(Format.TABLE, Format.JSON);
    all.addAll(List.of(more));
    if (pictures.isPresent()) {
      all.addAll(EnumSet.of(Format.SVG, Format.PNG));
    }
    offered = List.copyOf(all);
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
  public static OutputOptions withPictures(
      CommandSpec command, PictureOptions pictures, Format... more) {
    OutputOptions output = new OutputOptions(command, Optional.of(pictures), more);
    output.addTo(command);
    return output;
  }

  private void addTo(CommandSpec command) {
    command.addOption(format).addOption(outputFile).addOption(quiet);
  }

  /** Adds only the option about messages, for a command that writes its result itself. */
  public static OutputOptions ofMessages(CommandSpec command) {
    OutputOptions output = new OutputOptions(command, Optional.empty());
    command.addOption(output.quiet);
    return output;
  }

  private String endings() {
    List<String> endings = new ArrayList<>();
    for (Format one : offered) {
      endings.add("." + ending(one));
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
      if (ofName.isEmpty() && !OutputFile.ending(path).isEmpty()) {
        throw OutputFile.unknownEnding(command, "-o", path, endings() + ", or --format");
      }
    } else if (ofName.isPresent() && ofName.get() != given) {
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
    String ending = OutputFile.ending(outputFile.getValue());
    return offered.stream().filter(one -> ending(one).equals(ending)).findFirst();
  }

  private static String ending(Format format) {
    return format == Format.TABLE ? "txt" : key(format);
  }

  /** Writes a report as text, which is complete before the first byte is written. */
  public void write(Console console, Report report) throws JobFailedException {
    String text =
        switch (format()) {
          case TABLE -> report.table();
          case CSV -> report.csv();
          case JSON -> report.json();
          case GEOJSON -> report.geoJson();
          case ICS -> report.calendar();
          case HTML, SVG, PNG, PAGE -> throw new IllegalStateException(format() + " is no report");
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

  /** Writes a page for the browser. */
  public void writePage(Console console, String html) throws JobFailedException {
    writeBytes(console, html.getBytes(StandardCharsets.UTF_8));
  }

  private void writeBytes(Console console, byte[] content) throws JobFailedException {
    if (toStandardOutput()) {
      console.write(out -> out.write(content));
    } else {
      file().write(content);
    }
  }

  public boolean isCalendar() {
    return format() == Format.ICS;
  }

  /** Returns whether the planner shows the result. */
  public boolean isPlanner() {
    return format() == Format.PAGE;
  }

  /** Returns whether the result is a page for the browser. */
  public boolean isPage() {
    return format() == Format.HTML;
  }

  /** Returns the format that is asked for, by the option or the name of the file. */
  public Format format() {
    Format given = format.getValue();
    return given != null ? given : formatOfName().orElse(Format.TABLE);
  }

  /** Writes a report, or draws a picture if the format is that of one. */
  public void writeOrDraw(
      Console console, Report report, Function<PictureStyle, SvgPicture> drawing)
      throws IOException, JobFailedException {
    if (!isPicture()) {
      write(console, report);
      return;
    }
    PictureFormat picture = format() == Format.SVG ? PictureFormat.SVG : PictureFormat.PNG;
    writeBytes(console, pictures.orElseThrow().draw(console, picture, drawing));
  }

  public boolean isPicture() {
    return format() == Format.SVG || format() == Format.PNG;
  }

  private OutputFile file() {
    return new OutputFile(command, "-o", outputFile.getValue(), " or '-' for standard output");
  }

  /** Returns whether the result goes to standard output. */
  public boolean toStandardOutput() {
    Path path = outputFile.getValue();
    return path == null || path.toString().equals("-");
  }
}
