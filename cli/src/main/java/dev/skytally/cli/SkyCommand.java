package dev.skytally.cli;

import dev.skytally.SkyList;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.ClocksOption;
import dev.skytally.cli.option.ConstellationOptions;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.NoticeWarnings;
import dev.skytally.cli.option.OutagesOptions;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.PictureOptions;
import dev.skytally.cli.option.SiteParameter;
import dev.skytally.cli.option.VisibilityOptions;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.report.setting.Masks;
import dev.skytally.report.sky.SkyReport;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Shows the sky over one site at a moment. */
final class SkyCommand extends Command {
  static final String NAME = "sky";

  private static final Duration TRACK_STEP = Duration.ofMinutes(1);

  /** Makes the window include its end. */
  private static final Duration LEAST = Duration.ofMillis(1);

  private final SiteParameter site;
  private final ConstellationOptions satellites;
  private final VisibilityOptions visibility;
  private final OutagesOptions outages;
  private final ClocksOption clocks;
  private final PictureOptions pictures;
  private final OutputOptions output;

  SkyCommand(Console console) {
    super(NAME, console);
    site = new SiteParameter(command, console);
    satellites = ConstellationOptions.ofMoment(command, console);
    visibility =
        new VisibilityOptions(
            command,
            console,
            Heading.option(Heading.WINDOW, "--tracks")
                .initialValue(Duration.ZERO)
                .description(
                    "Also show the path of each satellite that is in view or rises in the LENGTH after"
                        + " the moment, for example 2h, in a picture, CSV and JSON (default: no"
                        + " paths)."));
    outages = new OutagesOptions(command);
    clocks = new ClocksOption(command);
    pictures = new PictureOptions(command);
    output = OutputOptions.withPictures(command, pictures);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Shows where each satellite stands over one site, as a table or a sky plot.")
        .description(
            "",
            "With -o FILE.svg or -o FILE.png, it draws a sky plot: the zenith in the middle, north up"
                + " and east to the right.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally sky \"Addis Ababa\" --at 2020-11-25T12:00",
            "  skytally sky ET --timezone local --at \"tomorrow 08:00\"",
            "  skytally sky ET --mask 10 --tracks 2h -o sky.svg",
            "  skytally sky -33.92,18.42,25 --systems GPS,GAL --format json");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    pictures.requireUse(output.isPicture(), "-o", console);
    output.requireWritable();
    GroundSite place = site.place(visibility);
    Masks masks = visibility.masks(List.of(place));
    Selection selection = outages.select(satellites, visibility.duration(), output, console);
    ReceiverClocks sharing = clocks.clocks(selection);
    SkyList found;
    try (Progress progress = output.progress(console)) {
      found =
          visibility
              .study(selection, List.of(place), masks, progress)
              .over(selection.start(), selection.duration().plus(LEAST))
              .skies(TRACK_STEP);
    }
    NoticeWarnings.printMissing(console, found.constellation(), Optional.empty());
    SkyReport report =
        new SkyReport(
            visibility.setting(
                satellites, selection, masks, Optional.empty(), found.constellation()),
            found.skies(),
            sharing,
            satellites.unaskedMoment());
    output.writeOrDraw(console, report, report::plot);
    return ExitCode.DONE;
  }
}
