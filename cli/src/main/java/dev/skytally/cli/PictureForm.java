package dev.skytally.cli;

import dev.skytally.cli.report.PngImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  byte[] bytes(String svg) throws IOException {
    return this == SVG ? svg.getBytes(StandardCharsets.UTF_8) : PngImage.of(svg);
  }
}
