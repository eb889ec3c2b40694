package dev.skytally.cli.option;

import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.OutputFile;
import dev.skytally.site.GroundSite;
import dev.skytally.terrain.HorizonSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options for an elevation model and the horizons from it. */
public final class TerrainOptions {
  private static final double METERS_A_KILOMETER = 1000;

  private final OptionSpec model =
      Heading.option(Heading.SITES, "--dem")
          .paramLabel("PATH")
          .type(Path.class)
          .required(true)
          .description(
              "The elevation model: a GeoTIFF of heights by latitude and longitude, for example of"
                  + " Copernicus GLO-30 or SRTM, or a folder of such files.")
          .build();

  private final OptionSpec antennaMeters =
      Heading.option(Heading.SITES, "--antenna")
          .paramLabel("METRES")
          .type(Double.class)
          .converters(new Arguments.Within(0, 1_000, "metres from 0 to 1000"))
          .initialValue(2.0)
          .description("Height of the antenna above the ground of the model (default: 2).")
          .build();

  private final OptionSpec refraction =
      Heading.option(Heading.SITES, "--refraction")
          .paramLabel("K")
          .type(Double.class)
          .converters(new Arguments.Within(0, 0.5, "a number from 0 to 0.5"))
          .initialValue(0.13)
          .description(
              "Coefficient of refraction near the ground: 0.13 for light, 0.25 for radio, 0 for none"
                  + " (default: 0.13).")
          .build();

  private final OptionSpec distanceKilometers =
      Heading.option(Heading.SITES, "--distance")
          .paramLabel("KM")
          .type(Double.class)
          .converters(new Arguments.Within(0.1, 400, "kilometres from 0.1 to 400"))
          .initialValue(100.0)
          .description("Ignore terrain farther away (default: 100).")
          .build();

  private final OptionSpec folder =
      Heading.option(Heading.OUTPUT, "--folder")
          .paramLabel("DIR")
          .type(Path.class)
          .description("Also write the horizon of each site to DIR/NAME.csv.")
          .build();

  /** In lower case, because some file systems do not distinguish it. */
  private final Set<String> written = new HashSet<>();

  private final CommandSpec command;

  public TerrainOptions(CommandSpec command) {
    this.command = command;
    command
        .addOption(model)
        .addOption(antennaMeters)
        .addOption(refraction)
        .addOption(distanceKilometers);
  }

  /** Adds the option for the folder of horizons. */
  public void addFolder() {
    command.addOption(folder);
  }

  public Path model() {
    return model.getValue();
  }

  public HorizonSetting setting() {
    double kilometers = distanceKilometers.getValue();
    return new HorizonSetting(
        antennaMeters.getValue(), refraction.getValue(), kilometers * METERS_A_KILOMETER);
  }

  /** Writes the horizon of a site into the folder, if one is given. */
  public void store(GroundSite site, String csv) throws IOException, JobFailedException {
    Path into = folder.getValue();
    if (into == null) {
      return;
    }
    Files.createDirectories(into);
    Path file = into.resolve(fileName(site.name()) + ".csv");
    if (!written.add(file.toString().toLowerCase(Locale.ROOT))) {
      throw new JobFailedException(
          "--folder: two sites would have the file " + file + ", give them other names");
    }
    new OutputFile(command, "--folder", file, "").write(csv.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a name with only letters, digits and a few signs that all file systems allow. */
  private static String fileName(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints()
        .map(c -> Character.isLetterOrDigit(c) || "-_,.".indexOf(c) >= 0 ? c : '_')
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }
}
