package dev.skytally.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElementSetReaderTest {
  @TempDir Path folder;

  private List<ElementSet> sets;

  @BeforeEach
  void load() {
    sets = BundledSnapshots.load(LocalDate.of(2022, 6, 16)).elementSets();
  }

  @Test
  void snapshotIsLabelledByThePathAsGiven() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), sets.get(0).text());
    Snapshot snapshot = ElementSetReader.read(file);
    assertEquals(file.toString(), snapshot.label());
    assertEquals("file", snapshot.origin());
  }

  @Test
  void aStringIsReadUnderItsLabel() throws IOException {
    Snapshot snapshot = ElementSetReader.read(sets.get(0).text(), "catalogue");
    assertEquals("catalogue", snapshot.label());
    assertEquals(List.of(sets.get(0)), snapshot.elementSets());
    InputFormatException e =
        assertThrows(InputFormatException.class, () -> ElementSetReader.read("x", "nothing"));
    assertTrue(e.getMessage().startsWith("nothing: begins with \"x\", expected "), e.getMessage());
  }

  @Test
  void aStreamIsReadUnderItsLabel() throws IOException {
    byte[] bytes = sets.get(0).text().getBytes(StandardCharsets.UTF_8);
    Snapshot snapshot = ElementSetReader.read(new ByteArrayInputStream(bytes), "catalogue");
    assertEquals("catalogue", snapshot.label());
    assertEquals(List.of(sets.get(0)), snapshot.elementSets());
    InputFormatException e =
        assertThrows(
            InputFormatException.class,
            () -> ElementSetReader.read(InputStream.nullInputStream(), "nothing"));
    assertEquals("nothing", e.source());
    assertEquals(0, e.line());
  }

  @Test
  void elementSetsThatSayTheSameAreEqualAlsoInOtherFormats() throws IOException {
    ElementSet lines = sets.get(0);
    String json = OmmText.json(OmmText.keywords(lines));
    assertEquals(lines, ElementSetReader.read(TextFile.of("x", json)).elementSets().get(0));
    assertEquals(
        lines.hashCode(),
        ElementSetReader.read(TextFile.of("x", json)).elementSets().get(0).hashCode());
    assertNotEquals(lines, sets.get(1));
  }

  @Test
  void packedFileIsRead() throws IOException {
    Path file = folder.resolve("x.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      String json = OmmText.json(OmmText.keywords(sets.get(0)));
      out.write(json.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(24876, ElementSetReader.read(file).elementSets().get(0).catalogNumber());
  }

  @Test
  void folderIsReadInTheOrderOfItsNamesWhateverTheForms() throws IOException {
    Files.writeString(folder.resolve("c.tle"), OmmText.kvn(OmmText.keywords(sets.get(2))));
    Files.writeString(folder.resolve("a.txt"), sets.get(1).text() + "\n");
    Files.writeString(folder.resolve("b"), OmmText.xml(OmmText.keywords(sets.get(0))));
    Files.writeString(folder.resolve("README.md"), "Read me.\n");
    Files.writeString(folder.resolve(".hidden"), "hidden");
    Files.createDirectory(folder.resolve("archive"));
    Files.createFile(folder.resolve("empty"));
    Snapshot snapshot = ElementSetReader.read(folder);
    assertEquals(
        List.of(
            sets.get(1).catalogNumber(), sets.get(0).catalogNumber(), sets.get(2).catalogNumber()),
        snapshot.elementSets().stream().map(ElementSet::catalogNumber).toList());
    assertEquals(
        List.of(
            folder.resolve("README.md")
                + ": begins with \"Read me.\", expected element sets as lines (TLE) or as OMM in"
                + " JSON, CSV, XML or KVN",
            folder.resolve("empty") + ": is empty"),
        snapshot.problems().stream().map(ElementSetProblem::reason).toList());
  }

  @Test
  void folderWithNothingGoodIsRefusedWithItsFirstProblem() throws IOException {
    assertRefused(folder + ": holds no files, expected at least one", folder);
    Files.createFile(folder.resolve("b"));
    Files.createFile(folder.resolve("a"));
    assertRefused(folder.resolve("a") + ": is empty (and 1 more)", folder);
  }

  @Test
  void pathsThatCannotBeReadAreRefused() throws IOException {
    Path missing = folder.resolve("missing.tle");
    assertRefused(missing + ": no such file", missing);
    Path empty = Files.createFile(folder.resolve("empty.tle"));
    assertRefused(empty + ": is empty", empty);
    Path binary = Files.write(folder.resolve("binary.tle"), new byte[] {'1', ' ', 0});
    assertRefused(binary + ": is binary (byte 3 is NUL), expected text in UTF-8", binary);
  }

  private static void assertRefused(String message, Path path) {
    assertEquals(
        message,
        assertThrows(InputFormatException.class, () -> ElementSetReader.read(path)).getMessage());
  }

  @Test
  void millionsOfStrayLinesAreRefusedBeforeTheyFillTheMemory() {
    TextFile file = TextFile.of("x.tle", "1 x\n".repeat(5_000_000));
    assertEquals(
        "x.tle, line 1, column 4: TLE line 1 has 3 characters, expected 69: \"1 x\" (and 99999 more)",
        assertThrows(InputFormatException.class, () -> ElementSetReader.read(file)).getMessage());
  }

  /** Start-up is short only while the classes of one format never need those of another. */
  @Test
  void linesAreReadWithoutTheLibrariesOfOtherForms() throws Exception {
    URL classes = BundledSnapshots.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> bundled = alone.loadClass(BundledSnapshots.class.getName());
      Object snapshot =
          bundled.getMethod("load", LocalDate.class).invoke(null, LocalDate.of(2022, 6, 16));
      Object elementSets = snapshot.getClass().getMethod("elementSets").invoke(snapshot);
      assertEquals(sets.toString(), elementSets.toString());
      assertThrows(
          ClassNotFoundException.class,
          () -> alone.loadClass("com.fasterxml.jackson.core.JsonFactory"));
    }
  }
}
