package dev.skytally.atlas.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final byte[] CONTENT = "a tally".getBytes(UTF_8);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = Store.open(folder.toString(), new Configuration());
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aSealedFileIsReadAsItWasWrittenAndLeavesNothingElse() throws IOException {
    store.seal("a/b", CONTENT);
    assertArrayEquals(CONTENT, store.unsealed("a/b").orElseThrow().readAllBytes());
    store.seal("a/b", new byte[0]);
    assertArrayEquals(new byte[0], store.unsealed("a/b").orElseThrow().readAllBytes());
    assertEquals(1, files());
  }

  /** As a copy that was stopped, or a disk that lost a bit, leaves it. */
  @Test
  void anUnsoundFileIsAsGoodAsNone() throws IOException {
    assertTrue(store.unsealed("piece").isEmpty());
    store.seal("piece", CONTENT);
    byte[] sound = Files.readAllBytes(folder.resolve("piece"));
    for (int length = 0; length < sound.length; length++) {
      Files.write(folder.resolve("piece"), Arrays.copyOf(sound, length));
      assertTrue(store.unsealed("piece").isEmpty(), length + " bytes");
    }
    for (int i = 0; i < sound.length; i++) {
      byte[] damaged = sound.clone();
      damaged[i] ^= 4;
      Files.write(folder.resolve("piece"), damaged);
      assertTrue(store.unsealed("piece").isEmpty(), "byte " + i);
    }
  }

  @Test
  void aFailedWriteKeepsTheFileAsItWas() throws IOException {
    store.write("file", CONTENT);
    IOException problem =
        assertThrows(
            IOException.class,
            () ->
                store.write(
                    "file",
                    out -> {
                      out.write(1);
                      throw new IOException("no space left");
                    }));
    assertEquals("no space left", problem.getMessage());
    assertArrayEquals(CONTENT, store.read("file"));
    assertEquals(1, files());
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Files.createDirectories(folder.resolve("file/within"));
    IOException problem = assertThrows(IOException.class, () -> store.seal("file", CONTENT));
    assertTrue(problem.getMessage().endsWith("/file is a folder, expected a file: remove it"));
    assertEquals(0, files());
  }

  @Test
  void whatAStoppedWriterLeftIsDeleted() throws IOException {
    Path left = Files.createDirectories(folder.resolve("work/tmp")).resolve("left");
    Files.write(left, CONTENT);
    store.deleteTemporary();
    assertFalse(Files.exists(left));
    store.write("file", CONTENT);
    assertTrue(store.exists("file"));
  }
}
