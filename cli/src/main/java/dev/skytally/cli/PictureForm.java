package dev.skytally.cli;

import dev.skytally.cli.report.SvgPicture;
import java.nio.file.Path;
import java.util.Locale;

/** The forms of a picture, told by the ending of a file's name. */
enum PictureForm {
  SVG,
  PNG;

  static boolean isPicture(Path path) {
    for (PictureForm form : values()) {
      if (form.isOf(path)) {
        return true;
      }
    }
    return false;
  }

  static PictureForm of(Path path) {
    return SVG.isOf(path) ? SVG : PNG;
  }

  private boolean isOf(Path path) {
    return OutputFile.ending(path).equals(name().toLowerCase(Locale.ROOT));
  }

  byte[] bytes(SvgPicture picture) {
    return this == SVG ? picture.svg() : picture.png();
  }
}
