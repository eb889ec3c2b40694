package dev.skytally.fuzz;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.ReceiverFile;
import dev.skytally.outage.Outages;
import dev.skytally.plan.Condition;
import dev.skytally.satellites.SatelliteList;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.SiteList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A reader of files or texts, each with inputs to start from in the folder of its name. */
enum Reader {
  TLE,
  OMM_JSON,
  OMM_CSV,
  OMM_XML,
  OMM_KVN,
  SITES_CSV,
  SITES_GEOJSON,
  HORIZON,
  LIST,
  SP3,
  RINEX_2_NAVIGATION,
  RINEX_3_NAVIGATION,
  RINEX_4_NAVIGATION,
  SEM,
  YUMA,
  TRIMBLE_ALMANAC,
  RINEX_OBSERVATIONS,
  COMPACT_RINEX,
  MANIFEST,
  OUTAGES,
  CONDITIONS;

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  /** Small files that it reads, for the fuzzer to start from. */
  Path seeds() throws URISyntaxException {
    return folder("seeds");
  }

  /** Small files that once made it fail. */
  Path findings() throws URISyntaxException {
    return folder("findings");
  }

  private Path folder(String kind) throws URISyntaxException {
    String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Path.of(Reader.class.getResource(kind).toURI()).resolve(name);
  }

  /** The files of a folder; none if it is not there. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /**
   * Reads an input as if it were a file.
   *
   * @return what it says about problems, for people
   */
  List<String> read(byte[] input) throws IOException {
    return switch (this) {
      case SITES_CSV, SITES_GEOJSON -> fromFile(input, SiteList::read);
      case HORIZON -> fromFile(input, ElevationMask::readHorizon);
      case LIST -> fromFile(input, SatelliteList::read);
      case MANIFEST -> readManifest(input);
      case OUTAGES -> readOutages(input);
      case CONDITIONS -> readConditions(input);
      case RINEX_OBSERVATIONS, COMPACT_RINEX -> {
        ReceiverFile.read(text(input));
        yield List.of();
      }
      case SP3,
          RINEX_2_NAVIGATION,
          RINEX_3_NAVIGATION,
          RINEX_4_NAVIGATION,
          SEM,
          YUMA,
          TRIMBLE_ALMANAC ->
          readOrbits(text(input));
      case TLE, OMM_JSON, OMM_CSV, OMM_XML, OMM_KVN -> readElementSets(text(input));
    };
  }

  private static TextFile text(byte[] input) throws IOException {
    return TextFile.read("input", new ByteArrayInputStream(input));
  }

  private interface FileReader<T> {
    T read(Path file) throws IOException;
  }

  private static List<String> fromFile(byte[] input, FileReader<?> reader) throws IOException {
    readFile(input, reader);
    return List.of();
  }

  private static List<String> readOutages(byte[] input) throws IOException {
    return readFile(input, Outages::read).problems();
  }

  /** Conditions are a text of a command or of a request, and not the content of a file. */
  private static List<String> readConditions(byte[] input) {
    try {
      return Condition.parse(new String(input, StandardCharsets.UTF_8)).stream()
          .map(Condition::toString)
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static <T> T readFile(byte[] input, FileReader<T> reader) throws IOException {
    Path file = Files.createTempFile("skytally-fuzz", "");
    try {
      Files.write(file, input);
      return reader.read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> readElementSets(TextFile file) throws IOException {
    return ElementSetReader.read(file).problems().stream().map(ElementSetProblem::reason).toList();
  }

  private static List<String> readOrbits(TextFile file) throws IOException {
    OrbitFile orbits = OrbitFile.read(file, NOW, NOW);
    orbits.fullest(orbits.orbits().keySet());
    List<String> said = new ArrayList<>(orbits.unusable().values());
    said.add(orbits.format());
    return said;
  }

  /** A manifest is one file of an archive, which has no reader for it alone. */
  private static List<String> readManifest(byte[] input) throws IOException {
    Path folder = Files.createTempDirectory("skytally-fuzz");
    Path manifest = folder.resolve("manifest.tsv");
    try {
      Files.write(manifest, input);
      SnapshotArchive archive = SnapshotArchive.open(folder);
      archive.entries();
      return archive.verify();
    } finally {
      Files.deleteIfExists(manifest);
      Files.delete(folder);
    }
  }
}
