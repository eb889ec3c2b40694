package dev.skytally.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  private static final int ONE_MIB = 1 << 20;

  @TempDir Path folder;

  @Test
  void textIsReadAsUtf8() throws IOException {
    assertEquals("São Tomé\n", read("São Tomé\n".getBytes(StandardCharsets.UTF_8)).text());
  }

  @Test
  void byteOrderMarkIsDropped() throws IOException {
    assertEquals("name", read("\uFEFFname".getBytes(StandardCharsets.UTF_8)).text());
  }

  @Test
  void linesMayEndInAnyWay() {
    TextFile file = TextFile.of("x", "a\nb\r\nc\rd\n\ne");
    assertEquals(List.of("a", "b", "c", "d", "", "e"), file.lines());
  }

  @Test
  void lineMayBeEmptyOrWithoutEnd() {
    assertEquals(List.of("a", "b"), TextFile.of("x", "a\nb").lines());
    assertEquals(List.of("a", "", "b"), TextFile.of("x", "a\n\nb\n").lines());
    assertEquals(List.of("", "a"), TextFile.of("x", "\na\n").lines());
    assertEquals(List.of("", "a"), TextFile.of("x", "\ra").lines());
  }

  @Test
  void filesOfFolderAreThoseThatAreNotHiddenByName() throws IOException {
    Path b = Files.writeString(folder.resolve("b.tle"), "text");
    Path a = Files.writeString(folder.resolve("a.tle"), "text");
    Files.writeString(folder.resolve(".hidden"), "text");
    Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("c.tle"), "text");
    assertEquals(List.of(a, b), TextFile.filesOf(folder));
    assertEquals(List.of(a), TextFile.filesOf(a));
  }

  @Test
  void folderWithoutFilesAndEmptyNameAreRefused() throws IOException {
    Files.createDirectory(folder.resolve("inner"));
    assertEquals(
        folder + ": holds no files, expected at least one",
        assertThrows(InputFormatException.class, () -> TextFile.filesOf(folder)).getMessage());
    assertThrows(InputFormatException.class, () -> TextFile.filesOf(Path.of("")));
  }

  @Test
  void sourceIsThePathAsGiven() throws IOException {
    Path path = folder.resolve("./sites.csv");
    Files.writeString(path, "text");
    assertEquals(path.toString(), TextFile.read(path).source());
  }

  @Test
  void problemNamesFileLineAndColumn() {
    TextFile file = TextFile.of("sites.csv", "text");
    assertEquals("sites.csv, line 2, column 7: no", file.problem(2, 7, "no").getMessage());
    assertEquals("sites.csv, line 2: no", file.problem(2, 0, "no").getMessage());
    assertEquals("sites.csv: no", file.problem(0, 0, "no").getMessage());
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    assertEquals("packed", read(gzip("packed".getBytes(StandardCharsets.UTF_8))).text());
  }

  @Test
  void aPipeIsReadToItsEnd() throws Exception {
    Path pipe = folder.resolve("pipe");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "no mkfifo");
    }
    for (boolean packed : new boolean[] {false, true}) {
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                try (OutputStream out = Files.newOutputStream(pipe)) {
                  for (String part : List.of("one ", "two")) {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    out.write(packed ? gzip(bytes) : bytes);
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      assertEquals("one two", TextFile.read(pipe).text());
      writer.get();
    }
  }

  @Test
  void truncatedGzipIsRefused() {
    byte[] packed = gzip("packed".getBytes(StandardCharsets.UTF_8));
    for (int length = 2; length < packed.length; length++) {
      assertRefused("x: is a damaged gzip file", Arrays.copyOf(packed, length));
    }
  }

  @Test
  void compressIsUnpacked() throws IOException {
    assertEquals("A".repeat(100_000), read(compressedLetters(100_000)).text());
  }

  @Test
  void damagedCompressIsRefused() {
    byte[] packed = compressedLetters(1_000);
    byte[] codeOfNothing = Arrays.copyOf(packed, packed.length);
    Arrays.fill(codeOfNothing, 4, 12, (byte) 0xff);
    assertRefused("x: is a damaged compress file (.Z)", codeOfNothing);
    for (int codeBits : new int[] {0, 1, 8, 17, 31}) {
      byte[] otherWidth = Arrays.copyOf(packed, packed.length);
      otherWidth[2] = (byte) codeBits;
      assertRefused("x: is a damaged compress file (.Z)", otherWidth);
    }
    assertRefused("x: is a damaged compress file (.Z)", Arrays.copyOf(packed, 2));
  }

  @Test
  void nothingAndBlanksAreEmpty() {
    assertRefused("x: is empty", new byte[0]);
    assertRefused("x: is empty", " \r\n\t\n".getBytes(StandardCharsets.UTF_8));
    assertRefused("x: is empty", "\uFEFF".getBytes(StandardCharsets.UTF_8));
    assertRefused("x: is empty", gzip(new byte[0]));
  }

  @Test
  void nulMakesAFileBinary() {
    assertRefused(
        "x: is binary (byte 3 is NUL), expected text in UTF-8", new byte[] {'a', 'b', 0, 'c'});
  }

  @Test
  void otherEncodingIsRefusedAtItsLineAndColumn() {
    byte[] latin1 = "name\r\nSão Tomé".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused("x, line 2, column 2: byte 0xE3 is not UTF-8, expected text in UTF-8", latin1);
  }

  @Test
  void malformedByteAfterEmptyLineIsPlacedThere() {
    assertRefused(
        "x, line 2, column 1: byte 0xFF is not UTF-8, expected text in UTF-8",
        new byte[] {'\n', (byte) 0xFF});
  }

  @Test
  void sequenceCutAtTheEndIsRefused() {
    byte[] cut = Arrays.copyOf("a\né".getBytes(StandardCharsets.UTF_8), 3);
    assertRefused("x, line 2, column 1: byte 0xC3 is not UTF-8, expected text in UTF-8", cut);
  }

  @Test
  void malformedByteFarBehindIsPlacedExactly() {
    byte[] bytes = new byte[300_000];
    Arrays.fill(bytes, (byte) 'a');
    bytes[199_999] = '\n';
    bytes[250_000] = (byte) 0xFF;
    assertRefused("x, line 2, column 50001: byte 0xFF is not UTF-8, expected text in UTF-8", bytes);
  }

  @Test
  void textOfExactlyTheLimitIsReadAndOneByteMoreIsNot() throws IOException {
    byte[] text = new byte[ONE_MIB + 1];
    Arrays.fill(text, (byte) 'A');
    byte[] most = Arrays.copyOf(text, ONE_MIB);
    assertEquals(
        ONE_MIB, TextFile.read("x", new ByteArrayInputStream(most), ONE_MIB).text().length());
    byte[] withNul = Arrays.copyOf(most, ONE_MIB + 1);
    for (byte[] bytes : List.of(text, gzip(text), compressedLetters(ONE_MIB + 1), withNul)) {
      InputFormatException refusal =
          assertThrows(
              InputFormatException.class,
              () -> TextFile.read("x", new ByteArrayInputStream(bytes), ONE_MIB));
      assertEquals("x: is larger than 1 MiB, the most that is read", refusal.getMessage());
    }
  }

  @Test
  void endlessLineIsRefusedAfterTheLimit() {
    EndlessLine line = new EndlessLine();
    InputFormatException refusal =
        assertThrows(InputFormatException.class, () -> TextFile.read("pipe", line));
    assertEquals("pipe: is larger than 64 MiB, the most that is read", refusal.getMessage());
    assertTrue(line.bytesRead <= 65L * ONE_MIB, () -> line.bytesRead + " bytes were read");
  }

  private static final class EndlessLine extends InputStream {
    private long bytesRead;

    @Override
    public int read() {
      bytesRead++;
      return 'A';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      Arrays.fill(bytes, offset, offset + length, (byte) 'A');
      bytesRead += length;
      return length;
    }
  }

  @Test
  void sparseGigabyteIsBinary() throws IOException {
    Path path = folder.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertRefused(": is binary (byte 1 is NUL), expected text in UTF-8", path);
  }

  @Test
  void endlessDeviceIsBinary() {
    Path zeros = Path.of("/dev/zero");
    assumeTrue(Files.exists(zeros), "no such device here");
    assertRefused(": is binary (byte 1 is NUL), expected text in UTF-8", zeros);
  }

  @Test
  void missingFileIsRefused() {
    assertRefused(": no such file", folder.resolve("missing"));
  }

  @Test
  void folderIsRefused() {
    assertRefused(": is a folder, expected a file", folder);
  }

  @Test
  void pathThroughAFileIsRefused() throws IOException {
    Path inside = Files.writeString(folder.resolve("file"), "text").resolve("inside");
    String reasonInTheUsersLanguage =
        assertThrows(FileSystemException.class, () -> Files.readAllBytes(inside)).getReason();
    assertRefused(": cannot be read: " + reasonInTheUsersLanguage, inside);
  }

  @Test
  void fileWithoutPermissionIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "text");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user may read everything");
    assertRefused(": cannot be read: permission denied", file);
  }

  @Test
  void quoteIsCutAfterEightyCharactersAndHasNoControlCharacters() {
    assertEquals("\"a\\u001b[31mb\\u000a\"", TextFile.quoted("a\u001B[31mb\n"));
    assertEquals('"' + "A".repeat(80) + '"', TextFile.quoted("A".repeat(80)));
    assertEquals('"' + "A".repeat(80) + "...\"", TextFile.quoted("A".repeat(81)));
    assertEquals('"' + "A".repeat(79) + "...\"", TextFile.quoted("A".repeat(79) + "\uD83D\uDEF0"));
  }

  /**
   * That many letters A as the tool compress packs them: each code stands for one letter more than
   * the code before. Codes are 9 bits wide until their table has 512 entries, then 10 and so on;
   * those of one width are filled up to a multiple of eight.
   */
  private static byte[] compressedLetters(int count) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(new byte[] {0x1f, (byte) 0x9d, (byte) 0x90});
    BitSet bits = new BitSet();
    int written = 0;
    int width = 9;
    int codesOfThisWidth = 0;
    int left = count;
    for (int letters = 1; left > 0; letters++) {
      int told = Math.min(letters, left);
      int code = told == 1 ? 'A' : 255 + told;
      for (int bit = 0; bit < width; bit++) {
        bits.set(written + bit, (code >> bit & 1) == 1);
      }
      written += width;
      codesOfThisWidth++;
      left -= told;
      if (256 + letters == 1 << width) {
        written += Math.floorMod(-codesOfThisWidth, 8) * width;
        width++;
        codesOfThisWidth = 0;
      }
    }
    packed.writeBytes(Arrays.copyOf(bits.toByteArray(), (written + 7) / 8));
    return packed.toByteArray();
  }

  private static void assertRefused(String message, byte[] bytes) {
    assertEquals(message, assertThrows(InputFormatException.class, () -> read(bytes)).getMessage());
  }

  private static void assertRefused(String message, Path path) {
    assertEquals(
        path + message,
        assertThrows(InputFormatException.class, () -> TextFile.read(path)).getMessage());
  }

  private static TextFile read(byte[] bytes) throws IOException {
    return TextFile.read("x", new ByteArrayInputStream(bytes));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }
}
