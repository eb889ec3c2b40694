package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.OutputFile;
import dev.skytally.report.capitals.CapitalsMap;
import dev.skytally.report.capitals.CapitalsReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The option for a page or a map beside the result; the ending of its name decides the format. */
public final class ReportOption {
  /** A browser opens this much without delay: some 20 MB for two systems. */
  private static final int MOST_SITE_DAYS = 5_000;

  /** More days do not fit beside each other. */
  private static final int MOST_DAYS = 7;

  /** The default step of samples of the dilution of precision. */
  public static final Duration DILUTION_STEP = Duration.ofMinutes(1);

  private final CommandSpec command;
  private final boolean drawsMaps;
  private final OptionSpec option;
  private final Optional<PictureOptions> pictures;

  private ReportOption(CommandSpec command, boolean drawsMaps, String description) {
    this.command = command;
    this.drawsMaps = drawsMaps;
    option =
        Heading.option(Heading.OUTPUT, "--report")
            .paramLabel("FILE")
            .type(Path.class)
            .description(description)
            .build();
    command.addOption(option);
    pictures = drawsMaps ? Optional.of(new PictureOptions(command)) : Optional.empty();
  }

  /** Adds the option for a list of sites: a page or a map. */
  public static ReportOption forMany(CommandSpec command) {
    return new ReportOption(
        command,
        true,
        "Also write a page for the browser, with the day of every site, to FILE.html; or draw a map"
            + " of who leads where to FILE.svg or FILE.png.");
  }

  /** Adds the option for one site: a page. */
  public static ReportOption forOne(CommandSpec command) {
    return new ReportOption(command, false, "Also write a page for the browser to FILE.html.");
  }

  /** Returns whether a page is asked for, which needs a {@link dev.skytally.StudyRecord}. */
  public boolean isPage() {
    Path path = option.getValue();
    return path != null && OutputFile.ending(path).equals("html");
  }

  /** Returns the options of its picture, which a map as the result has, too. */
  public PictureOptions pictures() {
    return pictures.orElseThrow();
  }

  /**
   * Fails before a long job if the file cannot be written.
   *
   * @param output of the result, which may be a picture, too
   */
  public void requireWritable(OutputOptions output, Console console)
      throws IOException, JobFailedException {
    Path path = option.getValue();
    boolean draws = output.isPicture() || (path != null && PictureFormat.isPicture(path));
    pictures.ifPresent(some -> some.requireUse(draws, "--report", console));
    if (path == null) {
      return;
    }
    if (!isPage() && !(drawsMaps && PictureFormat.isPicture(path))) {
      throw OutputFile.unknownEnding(
          command, "--report", path, drawsMaps ? ".html, .svg or .png" : ".html");
    }
    file().requireWritable();
  }

  /**
   * Fails before a long job if its page would be too large.
   *
   * @param output of the result, which may be a page, too
   */
  public void requireShowable(OutputOptions output, int sites, Duration duration) {
    boolean hasPage = isPage() || output.isPage() || output.isPlanner();
    if (hasPage && duration.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
      throw wrongUsage("a page shows at most " + MOST_DAYS + " days, shorten --duration");
    }
    double days = duration.toMillis() / (double) Duration.ofDays(1).toMillis();
    if (hasPage && sites * Math.max(1, days) > MOST_SITE_DAYS) {
      throw wrongUsage(
          String.format(
              Locale.ROOT,
              "a page shows at most %,d sites for one day, or fewer sites for more days; give fewer"
                  + " sites or shorten --duration",
              MOST_SITE_DAYS));
    }
  }

  /** Writes the page, if it is asked for. */
  public void writePage(String html) throws JobFailedException {
    if (isPage()) {
      file().write(html.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Draws the map, if it is asked for. */
  public void writeMap(Console console, CapitalsReport report)
      throws IOException, JobFailedException {
    Path path = option.getValue();
    if (path != null && PictureFormat.isPicture(path)) {
      file()
          .write(
              pictures()
                  .draw(console, PictureFormat.of(path), style -> CapitalsMap.of(report, style)));
    }
  }

  private OutputFile file() {
    return new OutputFile(command, "--report", option.getValue(), "");
  }

  private ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
