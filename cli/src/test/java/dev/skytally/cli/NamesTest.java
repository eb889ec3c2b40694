package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure has the same name in every format. */
class NamesTest {
  private static final String QUESTION = " --systems GPS,BDS,GAL --every 6h";
  private static final Pattern BAND =
      Pattern.compile("sample=\"(\\d+)\" role=\"description\">([^<]*)<");
  private static final Pattern LONG_NAME =
      Pattern.compile("\"LONG_NAME\" sample=\"\\d+\">([^<]*)<");
  private static final Pattern DATA =
      Pattern.compile("id=\"data\"[^>]*>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern OF_SYSTEM = Pattern.compile("(gps|bds|gal)_.*");

  @TempDir static Path folder;
  private static List<String> capitals;
  private static List<String> world;

  @BeforeAll
  static void readHeaders() throws IOException {
    capitals = List.of(Run.ofLine("capitals --dop --format csv" + QUESTION).cells(0));
    world = List.of(Files.readAllLines(write("world.csv")).get(0).split(",", -1));
  }

  private static Path write(String name) {
    Path file = folder.resolve(name);
    Run run = Run.ofLine("world --resolution 5 -o " + file + QUESTION);
    assertEquals(0, run.exitCode(), run.err());
    return file;
  }

  /** Returns the figures of a grid: those of the systems, then the leaders. */
  private static List<String> figures(List<String> names) {
    return names.stream()
        .filter(name -> OF_SYSTEM.matcher(name).matches() || name.startsWith("leader_"))
        .toList();
  }

  private static List<String> ofSystems(List<String> names) {
    return names.stream().filter(name -> OF_SYSTEM.matcher(name).matches()).toList();
  }

  @Test
  void worldHasTheNamesOfCapitals() {
    assertEquals(3 * 7, ofSystems(world).size());
    assertTrue(capitals.containsAll(ofSystems(world)), capitals + " and " + world);
  }

  @Test
  void geoTiffHasTheNamesOfCsvAndTheDescriptionsOfTheDocument() throws IOException {
    String tiff = Files.readString(write("world.tif"), StandardCharsets.ISO_8859_1);
    Map<Integer, String> bands = new TreeMap<>();
    Matcher band = BAND.matcher(tiff);
    while (band.find()) {
      bands.put(Integer.valueOf(band.group(1)), band.group(2));
    }
    assertEquals(figures(world), List.copyOf(bands.values()));
    String document = Files.readString(Path.of("..", "docs", "json.md"));
    Matcher longName = LONG_NAME.matcher(tiff);
    for (String name : bands.values()) {
      assertTrue(longName.find(), name);
      if (name.startsWith("gps_") && !name.endsWith("_gal")) {
        String row = "| `%s` | %s |\n".formatted(name, longName.group(1));
        assertTrue(document.contains(row), row);
      }
    }
  }

  @Test
  void jsonOfWorldHasTheNamesOfCsv() throws IOException {
    JsonNode json = new ObjectMapper().readTree(write("world.json").toFile());
    List<String> figures = new ArrayList<>();
    json.get("figures").fieldNames().forEachRemaining(figures::add);
    assertEquals(figures(world), figures);
  }

  /** JSON nests what CSV joins by a line below, under {@code systems}. */
  @Test
  void jsonOfCapitalsHasTheNamesOfCsv() {
    JsonNode json = Run.ofLine("capitals --dop --format json" + QUESTION).json();
    List<String> names = new ArrayList<>();
    addNames(names, "", json.at("/sites/0"));
    assertEquals(capitals.subList(0, capitals.indexOf("window_start")), names);
  }

  private static void addNames(List<String> names, String prefix, JsonNode node) {
    if (!node.isObject()) {
      names.add(prefix.substring(0, prefix.length() - 1));
      return;
    }
    node.properties()
        .forEach(
            field -> {
              boolean isGroup = field.getKey().equals("systems");
              addNames(names, isGroup ? prefix : prefix + field.getKey() + "_", field.getValue());
            });
  }

  @Test
  void pageHasTheNamesOfCsv() throws IOException {
    Path page = folder.resolve("page.html");
    assertEquals(0, Run.ofLine("capitals --report " + page + QUESTION).exitCode());
    Matcher data = DATA.matcher(Files.readString(page));
    assertTrue(data.find());
    TreeSet<String> names = new TreeSet<>();
    JsonNode json = new ObjectMapper().readTree(data.group(1));
    for (JsonNode metric : json.get("metrics")) {
      names.add(metric.get("leader").asText());
      metric.get("figures").forEach(name -> names.add(name.asText()));
    }
    json.get("beside").forEach(name -> names.add("gps_" + name.asText()));
    assertEquals(4 + 4 * 3 + 1, names.size());
    assertTrue(capitals.containsAll(names), capitals + " and " + names);
  }
}
