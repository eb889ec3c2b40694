package dev.skytally.cli.option;

import dev.skytally.cli.console.OutputFile;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** The formats of a file with a grid; the ending of its name decides. */
public enum WorldFile {
  PNG,
  SVG,
  TIF,
  CSV,
  JSON;

  public boolean isPicture() {
    return this == PNG || this == SVG;
  }

  /** Returns whether the file has a line of text for each cell. */
  public boolean isText() {
    return this == CSV || this == JSON;
  }

  public static WorldFile of(CommandSpec command, Path path) {
    return switch (OutputFile.ending(path)) {
      case "png" -> PNG;
      case "svg" -> SVG;
      case "tif", "tiff" -> TIF;
      case "csv" -> CSV;
      case "json" -> JSON;
      default ->
          throw OutputFile.unknownEnding(command, "-o", path, ".png, .svg, .tif, .csv or .json");
    };
  }
}
