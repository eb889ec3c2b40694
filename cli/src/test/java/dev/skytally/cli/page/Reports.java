package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes reports into a temporary folder, and opens them in a browser. */
final class Reports implements AutoCloseable {
  private final Path folder;
  private final Browser browser;
  private CapitalsReport capitals;

  private Reports(Path folder) {
    this.folder = folder;
    browser = Browser.start(folder);
  }

  static Reports start() {
    try {
      return new Reports(Files.createTempDirectory("skytally-pages"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of reports and of what the browser downloads. */
  Path folder() {
    return folder;
  }

  /** Writes the report of a command. */
  static Run write(Path file, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--report", file.toString()));
    Run run = Run.of(all.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
    return run;
  }

  /** The report that most tests look at. */
  CapitalsReport capitals() {
    if (capitals == null) {
      capitals = CapitalsReport.write(folder.resolve("capitals.html"));
    }
    return capitals;
  }

  ReportPage openCapitals() {
    return open(capitals().file());
  }

  /** Opens the page of Addis Ababa in the report on capitals. */
  PageSite openAddisAbaba() {
    return openCapitals().table().open("Addis Ababa");
  }

  /** Writes the report of a command, and opens it. */
  ReportPage open(String... arguments) {
    Path file = folder.resolve("other.html");
    write(file, arguments);
    return open(file);
  }

  ReportPage open(Path file) {
    return open(file, 1440, 900, "light");
  }

  /** Opens a report in a window of a size in pixels, with a light or dark colour scheme. */
  ReportPage open(Path file, int width, int height, String colorScheme) {
    browser.open(file, width, height, colorScheme);
    return page();
  }

  /** What is open. */
  ReportPage page() {
    return new ReportPage(browser);
  }

  /** What another command answers for the window and systems of {@link #capitals}. */
  static JsonNode answer(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--systems", CapitalsReport.SYSTEMS, "--format", "json"));
    return Run.of(all.toArray(String[]::new)).json();
  }

  @Override
  public void close() throws IOException {
    browser.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
