package dev.skytally.cli.option;

import dev.skytally.cli.console.OutputFile;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** The formats of a file with a grid; the ending of its name decides. */
public enum WorldFile {
  PNG,
  SVG,
  TIFF,
  CSV,
  JSON;

  public boolean isPicture() {
    return this == PNG || this == SVG;
  }

  public static WorldFile of(CommandSpec command, Path path) {
    return switch (OutputFile.ending(path)) {
      case "png" -> PNG;
      case "svg" -> SVG;
      case "tif", "tiff" -> TIFF;
      case "csv" -> CSV;
      case "json" -> JSON;
      default ->
          throw OutputFile.unknownEnding(command, "-o", path, ".png, .svg, .tif, .csv or .json");
    };
  }
}
