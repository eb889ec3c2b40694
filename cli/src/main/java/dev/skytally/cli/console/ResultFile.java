package dev.skytally.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Writes a file whole or not at all: first to a new file beside it, which it then renames. It never
 * opens an existing file beside it, which in a shared folder may be somebody else's link.
 */
public final class ResultFile {
  /** Writes the content of a file to a stream. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static final String PART_PREFIX = ".skytally-";
  private static final String PART_ENDING = ".part";

  private ResultFile() {}

  /** Returns whether a path is something else than a regular file, for example a pipe. */
  static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  /**
   * Returns a folder for temporary files on the way to a file: its own one, unless it is a device.
   */
  public static Path folderBeside(Path file) throws IOException {
    return isDevice(file)
        ? Path.of(System.getProperty("java.io.tmpdir"))
        : target(file).getParent();
  }

  private static Path target(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  public static void write(Path file, Content content) throws IOException {
    if (isDevice(file)) {
      try (OutputStream device = Files.newOutputStream(file)) {
        content.writeTo(device);
      }
      return;
    }
    Path target = target(file);
    Path beside =
        target.resolveSibling(
            PART_PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime() + PART_ENDING);
    deleteLeftBehind(target.getParent());
    beside.toFile().deleteOnExit();
    try {
      try (OutputStream out =
          Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
      keepPermissions(target, beside);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void keepPermissions(Path target, Path beside) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (Files.exists(target) && view != null) {
      Files.setPosixFilePermissions(beside, view.readAttributes().permissions());
    }
  }

  /** Deletes files that ended processes left in a folder, as far as permitted. */
  private static void deleteLeftBehind(Path folder) {
    String[] names = folder.toFile().list((f, name) -> isLeftBehind(name));
    for (String name : names == null ? new String[0] : names) {
      folder.resolve(name).toFile().delete();
    }
  }

  private static boolean isLeftBehind(String name) {
    int dash = name.indexOf('-', PART_PREFIX.length());
    if (!name.startsWith(PART_PREFIX) || !name.endsWith(PART_ENDING) || dash < 0) {
      return false;
    }
    try {
      long process = Long.parseLong(name.substring(PART_PREFIX.length(), dash));
      return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
