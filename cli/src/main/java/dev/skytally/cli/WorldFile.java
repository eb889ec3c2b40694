package dev.skytally.cli;

import dev.skytally.input.TextFile;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The forms of a file with a grid, told by the ending of its name. */
enum WorldFile {
  PNG,
  TIFF,
  CSV,
  JSON;

  static WorldFile of(CommandSpec command, Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "png" -> PNG;
      case "tif", "tiff" -> TIFF;
      case "csv" -> CSV;
      case "json" -> JSON;
      default ->
          throw new ParameterException(
              command.commandLine(),
              "-o: "
                  + TextFile.quoted(path.toString())
                  + ", expected a name that ends in .png, .tif, .csv or .json");
    };
  }
}
