package dev.skytally.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: beside it first, then renamed over it. What is beside it
 * already is not opened, as in a folder for everybody it may be somebody's link to elsewhere.
 */
final class ResultFile {
  /** Puts the content of a file on a stream. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private ResultFile() {}

  /** Whether it is there, but no regular file: written to as it is, as a pipe. */
  static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  /**
   * Where something may wait that is to go into a file: in its folder, if it has one of its own.
   */
  static Path folderBeside(Path file) throws IOException {
    return isDevice(file)
        ? Path.of(System.getProperty("java.io.tmpdir"))
        : target(file).getParent();
  }

  private static Path target(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  static void write(Path file, Content content) throws IOException {
    if (isDevice(file)) {
      try (OutputStream device = Files.newOutputStream(file)) {
        content.writeTo(device);
      }
      return;
    }
    Path target = target(file);
    Path beside =
        target.resolveSibling(
            ".skytally-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
    beside.toFile().deleteOnExit();
    try {
      try (OutputStream out =
          Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
