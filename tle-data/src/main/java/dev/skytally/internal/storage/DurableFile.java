package dev.skytally.internal.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes files that are either complete or absent, even if the process or the machine stops. A file
 * is first written beside its target and forced to the disk, then renamed, and the folder is forced
 * too.
 *
 * <p>Concurrent writers of one file must use a {@link FolderLock}.
 */
public final class DurableFile {
  private static final String PART = ".part";

  private DurableFile() {}

  /**
   * Writes a file in place of its previous content. When the method returns, the file is on the
   * disk.
   */
  public static void write(Path file, byte[] content) throws IOException {
    writeUnforced(file, content);
    forceFolder(parent(file));
  }

  /**
   * Writes a file as {@link #write} does, but its new name is durable only after {@link
   * #forceFolder}.
   */
  public static void writeUnforced(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + PART);
    try {
      try (FileChannel out =
          FileChannel.open(
              part,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Returns the folder of a file or folder that is not the root. */
  private static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /** Creates a folder and its missing parents, and makes their names durable. */
  public static void createFolders(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    if (!Files.isDirectory(absolute)) {
      createFolders(parent(absolute));
      Files.createDirectories(absolute);
      forceFolder(parent(absolute));
    }
  }

  /** Makes the names in a folder durable, on systems that support it. */
  public static void forceFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** Returns whether a file is the remainder of a writer that was stopped. */
  public static boolean isPart(String name) {
    return name.startsWith(".") && name.endsWith(PART);
  }
}
