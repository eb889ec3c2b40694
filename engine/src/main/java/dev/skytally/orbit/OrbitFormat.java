package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The formats of orbit files. A text is read in the first format that detects it. */
enum OrbitFormat {
  SP3("SP3") {
    @Override
    boolean detects(String firstLine, String secondLine) {
      return Sp3Text.begins(firstLine);
    }

    @Override
    String reads(TextFile file, Instant weeksNear, OrbitFileBuilder orbits) throws IOException {
      return Sp3Reader.read(file, orbits);
    }
  },

  NAVIGATION("RINEX navigation messages") {
    @Override
    boolean detects(String firstLine, String secondLine) {
      return NavigationText.begins(firstLine);
    }

    @Override
    String reads(TextFile file, Instant weeksNear, OrbitFileBuilder orbits) throws IOException {
      return NavigationReader.read(file, weeksNear, orbits);
    }
  },

  YUMA("YUMA almanac") {
    @Override
    boolean detects(String firstLine, String secondLine) {
      return YumaAlmanac.isHeading(firstLine);
    }

    @Override
    String reads(TextFile file, Instant weeksNear, OrbitFileBuilder orbits) throws IOException {
      return AlmanacReader.read(file, format(), YumaAlmanac::read, weeksNear, orbits);
    }
  },

  TRIMBLE("Trimble almanac") {
    @Override
    boolean detects(String firstLine, String secondLine) {
      return TrimbleAlmanac.begins(firstLine, secondLine);
    }

    @Override
    String reads(TextFile file, Instant weeksNear, OrbitFileBuilder orbits) throws IOException {
      return AlmanacReader.read(file, format(), TrimbleAlmanac::read, weeksNear, orbits);
    }
  },

  SEM("SEM almanac") {
    @Override
    boolean detects(String firstLine, String secondLine) {
      return SemAlmanac.begins(firstLine, secondLine);
    }

    @Override
    String reads(TextFile file, Instant weeksNear, OrbitFileBuilder orbits) throws IOException {
      return AlmanacReader.read(file, format(), SemAlmanac::read, weeksNear, orbits);
    }
  };

  private final String format;

  OrbitFormat(String format) {
    this.format = format;
  }

  /** The format, for people. */
  String format() {
    return format;
  }

  /**
   * Returns whether a text seems to be in this format.
   *
   * @param firstLine the first line that is not blank, stripped
   * @param secondLine the next such line; empty if there is none
   */
  abstract boolean detects(String firstLine, String secondLine);

  /**
   * Reads all orbits of a file.
   *
   * @param weeksNear weeks counted modulo 1024 are the nearest to this moment
   * @return a description of the file, for people
   */
  abstract String reads(TextFile file, Instant weeksNear, OrbitFileBuilder orbits)
      throws IOException;

  /**
   * Detects the format of a file by its content.
   *
   * @throws InputFormatException if it is in none of these formats
   */
  static OrbitFormat of(TextFile file) throws InputFormatException {
    List<String> lines =
        file.text().lines().map(String::strip).filter(line -> !line.isEmpty()).limit(2).toList();
    String secondLine = lines.size() > 1 ? lines.get(1) : "";
    for (OrbitFormat format : values()) {
      if (format.detects(lines.get(0), secondLine)) {
        return format;
      }
    }
    String forms =
        Arrays.stream(values()).map(OrbitFormat::format).collect(Collectors.joining(", "));
    throw file.problem(
        0, 0, "begins with %s, expected one of %s".formatted(TextFile.quoted(lines.get(0)), forms));
  }
}
