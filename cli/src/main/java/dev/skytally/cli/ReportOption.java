package dev.skytally.cli;

import dev.skytally.cli.report.CapitalsMap;
import dev.skytally.cli.report.CapitalsReport;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A file to look at, beside the result; the ending of its name tells its form. */
final class ReportOption {
  private final OptionSpec option =
      OptionSpec.builder("--report")
          .paramLabel("FILE")
          .type(Path.class)
          .description("Also draw a map into FILE.svg or FILE.png.")
          .build();

  private final CommandSpec command;

  ReportOption(CommandSpec command) {
    this.command = command;
    command.addOption(option);
  }

  /** Finds out before a long job that the file could not be written. */
  void requireWritable() throws IOException, JobFailedException {
    Path path = option.getValue();
    if (path != null) {
      if (!PictureForm.isPicture(path)) {
        throw PictureForm.wrongEnding(command, "--report", path);
      }
      file(path).requireWritable();
    }
  }

  void write(CapitalsReport report) throws IOException, JobFailedException {
    Path path = option.getValue();
    if (path != null) {
      file(path).write(PictureForm.of(path).bytes(CapitalsMap.svg(report)));
    }
  }

  private static OutputFile file(Path path) {
    return new OutputFile("--report", path, "");
  }
}
