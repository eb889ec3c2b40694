package dev.skytally.cli.option;

import dev.skytally.cli.console.OutputFile;
import dev.skytally.report.draw.SvgPicture;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/** The formats of a picture; the ending of a file's name decides. */
public enum PictureFormat {
  SVG,
  PNG;

  public static boolean isPicture(Path path) {
    for (PictureFormat format : values()) {
      if (format.isOf(path)) {
        return true;
      }
    }
    return false;
  }

  public static PictureFormat of(Path path) {
    return SVG.isOf(path) ? SVG : PNG;
  }

  private boolean isOf(Path path) {
    return OutputFile.ending(path).equals(name().toLowerCase(Locale.ROOT));
  }

  public byte[] bytes(SvgPicture picture, OptionalInt width) {
    return this == SVG ? picture.svg(width) : picture.png(width);
  }
}
