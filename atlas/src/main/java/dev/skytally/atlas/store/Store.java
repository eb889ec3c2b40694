package dev.skytally.atlas.store;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files that are written to a temporary name and then renamed.
 *
 * <p>A sealed file begins with the SHA-256 of its content. Where renaming is not atomic, as in
 * object stores, a part of a file may be seen, but it is not sound: the digest does the work of a
 * commit marker.
 */
public final class Store {
  private static final String TEMPORARY = "work/tmp";
  private static final int DIGEST_BYTES = 32;

  private final FileSystem files;
  private final Path root;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  private Store(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** Opens a folder, which need not exist. */
  public static Store open(String folder, Configuration configuration) throws IOException {
    Path path = new Path(folder);
    FileSystem files = path.getFileSystem(configuration);
    // Hadoop's own checksums are hidden files beside each file, which do not belong into an output.
    FileSystem plain = files instanceof LocalFileSystem local ? local.getRaw() : files;
    return new Store(plain, plain.makeQualified(path));
  }

  /** Returns the folder's address. */
  public String address() {
    return root.toString();
  }

  public boolean exists(String name) throws IOException {
    return files.exists(path(name));
  }

  /** Reads a file, which must exist. */
  public byte[] read(String name) throws IOException {
    try (InputStream in = files.open(path(name))) {
      return in.readAllBytes();
    } catch (FSError e) {
      throw problem(path(name), e);
    }
  }

  /** What writes the content of a file. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  public void write(String name, byte[] content) throws IOException {
    write(name, out -> out.write(content));
  }

  /** Writes a file whole or not at all, and replaces one of that name. */
  public void write(String name, Content content) throws IOException {
    Path temporary = path(TEMPORARY + "/" + UUID.randomUUID());
    Path target = path(name);
    try {
      makeFolder(temporary.getParent());
      try (OutputStream out = files.create(temporary, true)) {
        content.writeTo(out);
      }
      makeFolder(target.getParent());
      // Renaming to a folder would move the file into it.
      if (files.exists(target) && files.getFileStatus(target).isDirectory()) {
        throw new IOException(target + " is a folder, expected a file: remove it");
      }
      if (!files.rename(temporary, target)) {
        files.delete(target, false);
        if (!files.rename(temporary, target)) {
          throw new IOException(target + " cannot be written: renaming failed");
        }
      }
    } catch (IOException e) {
      deleteQuietly(temporary);
      throw e;
    } catch (FSError e) {
      deleteQuietly(temporary);
      throw problem(target, e);
    }
  }

  /** Hadoop reports problems of local disks, for example a full one, by an error. */
  private static IOException problem(Path file, FSError error) {
    @Nullable Throwable cause = error.getCause();
    String reason = cause == null ? error.toString() : String.valueOf(cause.getMessage());
    return new IOException(file + ": " + reason, error);
  }

  private void deleteQuietly(Path temporary) {
    try {
      files.delete(temporary, false);
    } catch (IOException e) {
      // The first problem counts. The next run deletes the file.
    }
  }

  private void makeFolder(Path folder) throws IOException {
    if (!made.contains(folder)) {
      if (!files.mkdirs(folder)) {
        throw new IOException(folder + " cannot be made");
      }
      made.add(folder);
    }
  }

  /** Writes a sealed file. */
  public void seal(String name, byte[] content) throws IOException {
    byte[] digest = sha256(content);
    write(
        name,
        out -> {
          out.write(digest);
          out.write(content);
        });
  }

  /** Returns the content of a sealed file; empty if there is none or it is not sound. */
  public Optional<InputStream> unsealed(String name) throws IOException {
    byte[] bytes;
    try {
      bytes = read(name);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
    if (bytes.length < DIGEST_BYTES) {
      return Optional.empty();
    }
    MessageDigest content = newSha256();
    content.update(bytes, DIGEST_BYTES, bytes.length - DIGEST_BYTES);
    return Arrays.equals(content.digest(), 0, DIGEST_BYTES, bytes, 0, DIGEST_BYTES)
        ? Optional.of(new ByteArrayInputStream(bytes, DIGEST_BYTES, bytes.length - DIGEST_BYTES))
        : Optional.empty();
  }

  /** Returns whether this is a file, or a folder with a file at any depth. */
  public boolean holdsFiles(String name) throws IOException {
    return exists(name) && files.listFiles(path(name), true).hasNext();
  }

  /** Deletes a file or folder, if there is one. No one may write meanwhile. */
  public void delete(String name) throws IOException {
    files.delete(path(name), true);
    made.clear();
  }

  /** Deletes what stopped writers left. No one may write meanwhile. */
  public void deleteTemporary() throws IOException {
    delete(TEMPORARY);
  }

  private Path path(String name) {
    return new Path(root, name);
  }

  private static byte[] sha256(byte[] content) {
    return newSha256().digest(content);
  }

  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
