package dev.skytally.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native library.
 *
 * <p>By default SQLite's driver unpacks it into the temporary folder at each start. That fails
 * where this folder does not allow execution, and a process that is killed leaves the copy behind.
 */
public final class SqliteLibrary {
  private static final String FOLDER_PROPERTY = "org.sqlite.lib.path";
  private static final String NAME_PROPERTY = "org.sqlite.lib.name";

  private SqliteLibrary() {}

  /**
   * Makes the driver load the library from a folder, and unpacks it there once. If there is no such
   * folder, or it does not allow writing or execution, the driver uses the temporary folder. A
   * library named by the driver's own properties takes precedence.
   */
  public static void keepIn(Optional<Path> cache) {
    if (cache.isEmpty() || System.getProperty(FOLDER_PROPERTY) != null) {
      return;
    }
    Path folder = cache.get();
    String platform = OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-');
    String name =
        "%s-%s-%s"
            .formatted(
                SQLiteJDBCLoader.getVersion(), platform, LibraryLoaderUtil.getNativeLibName());
    try {
      if (Files.notExists(folder.resolve(name))) {
        unpack(folder, name);
      }
    } catch (IOException e) {
      return;
    }
    // False for any file of a file system that is mounted without execution.
    if (Files.isExecutable(folder.resolve(name))) {
      System.setProperty(FOLDER_PROPERTY, folder.toString());
      System.setProperty(NAME_PROPERTY, name);
    }
  }

  /** Explains why the driver cannot load a library, and what to do. */
  static String cannotBeLoaded() {
    String folder = System.getProperty(FOLDER_PROPERTY);
    String temporary = "the temporary folder " + System.getProperty("java.io.tmpdir");
    return "SQLite's library cannot be loaded from %s, which must allow files to be written and"
            .formatted(folder == null ? temporary : folder + " or " + temporary)
        + " executed; or set XDG_CACHE_HOME to a folder that does";
  }

  private static void unpack(Path folder, String name) throws IOException {
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, name, ".part");
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException("the driver has no library for this platform");
      }
      Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
      if (!part.toFile().setExecutable(true)) {
        throw new IOException(part + " cannot be made executable");
      }
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster.
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
