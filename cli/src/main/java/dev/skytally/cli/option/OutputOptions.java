package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.OutputFile;
import dev.skytally.cli.console.Progress;
import dev.skytally.input.TextFile;
import dev.skytally.report.Report;
import dev.skytally.report.draw.SvgPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** How and where to write the result. */
public final class OutputOptions {
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  private final OptionSpec format =
      OptionSpec.builder("--format")
          .paramLabel("FORMAT")
          .type(Format.class)
          .converters(new Arguments.ReportFormat())
          .description(
              "table (for people), csv or json; if not given, what FILE's ending says, or table.")
          .build();

  private final OptionSpec outputFile;

  private final OptionSpec quiet =
      OptionSpec.builder("-q", "--quiet")
          .type(boolean.class)
          .initialValue(false)
          .description("Hide the progress bar and minor warnings.")
          .build();

  private final CommandSpec command;
  private final boolean draws;

  public OutputOptions(CommandSpec command) {
    this(command, false);
    addTo(command);
  }

  private OutputOptions(CommandSpec command, boolean draws) {
    this.command = command;
    this.draws = draws;
    outputFile =
        OptionSpec.builder("-o", "--output")
            .paramLabel("FILE")
            .type(Path.class)
            .description(
                "Write to FILE ("
                    + endings()
                    + "), whole or not at all, instead of the standard output ('-'). A FILE that"
                    + " exists is replaced.")
            .build();
  }

  /** For a command whose result may be a picture too. */
  public static OutputOptions withPictures(CommandSpec command) {
    OutputOptions output = new OutputOptions(command, true);
    output.addTo(command);
    return output;
  }

  private void addTo(CommandSpec command) {
    command.addOption(format).addOption(outputFile).addOption(quiet);
  }

  /** For a command that writes its result in a way of its own: what is told meanwhile alone. */
  public static OutputOptions ofMessages(CommandSpec command) {
    OutputOptions output = new OutputOptions(command, false);
    command.addOption(output.quiet);
    return output;
  }

  private String endings() {
    return draws ? ".txt, .csv, .json, .svg or .png" : ".txt, .csv or .json";
  }

  boolean isQuiet() {
    return quiet.getValue();
  }

  public void warn(Console console, String line) {
    if (!isQuiet()) {
      console.warn(line);
    }
  }

  public Progress progress(Console console) {
    return new Progress(console, isQuiet());
  }

  /** Finds out before a long job, rather than after it, that its result could not be written. */
  public void requireWritable() throws IOException, JobFailedException {
    if (toStandardOutput()) {
      return;
    }
    requireKnownForm();
    file().requireWritable();
  }

  private void requireKnownForm() {
    Path path = outputFile.getValue();
    Format given = format.getValue();
    Optional<Format> told = formOfName();
    if (given == null) {
      if (told.isEmpty() && !isPicture() && !OutputFile.ending(path).isEmpty()) {
        throw OutputFile.unknownEnding(command, "-o", path, endings() + ", or --format");
      }
    } else if (isPicture() || (told.isPresent() && told.get() != given)) {
      throw new ParameterException(
          command.commandLine(),
          "--format %s and -o %s contradict each other, give one of them"
              .formatted(given.name().toLowerCase(Locale.ROOT), TextFile.quoted(path.toString())));
    }
  }

  private Optional<Format> formOfName() {
    if (toStandardOutput()) {
      return Optional.empty();
    }
    return switch (OutputFile.ending(outputFile.getValue())) {
      case "txt" -> Optional.of(Format.TABLE);
      case "csv" -> Optional.of(Format.CSV);
      case "json" -> Optional.of(Format.JSON);
      default -> Optional.empty();
    };
  }

  /** Writes a report that is whole before the first byte goes out. */
  public void write(Console console, Report report) throws JobFailedException {
    String text =
        switch (form()) {
          case TABLE -> report.table();
          case CSV -> report.csv();
          case JSON -> report.json();
        };
    if (toStandardOutput()) {
      console.write(text);
      return;
    }
    file().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Format form() {
    Format given = format.getValue();
    return given != null ? given : formOfName().orElse(Format.TABLE);
  }

  /** As {@link #write}, or a picture if the file's name ends like one. */
  public void writeOrDraw(Console console, Report report, Supplier<SvgPicture> picture)
      throws IOException, JobFailedException {
    if (!isPicture()) {
      write(console, report);
      return;
    }
    Path path = outputFile.getValue();
    file().write(PictureForm.of(path).bytes(picture.get()));
  }

  private boolean isPicture() {
    return draws && !toStandardOutput() && PictureForm.isPicture(outputFile.getValue());
  }

  private OutputFile file() {
    return new OutputFile(command, "-o", outputFile.getValue(), " or '-' for the standard output");
  }

  private boolean toStandardOutput() {
    Path path = outputFile.getValue();
    return path == null || path.toString().equals("-");
  }
}
