package dev.skytally.archive;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.internal.storage.DurableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * An index of the satellites and epochs in each archived snapshot. It finds the nearest element set
 * of a satellite without reading every snapshot.
 *
 * <p>The file can be deleted: the next writer rebuilds it. It contains a record for each snapshot:
 * the record's length in bytes, the length and text of the file's name, the earliest and the latest
 * epoch, the catalogue number and epoch of each element set, and a CRC-32 of all this. Epochs are
 * microseconds since 1970. Of two records with the same name, the later counts. New records are
 * appended. Records from the first damaged one on are ignored.
 */
final class EpochIndex {
  private static final String FILE = "epochs.bin";
  private static final int LEAST_BUFFER_BYTES = 1 << 16;
  private static final int CHECKSUM_BYTES = Integer.BYTES;
  private static final int BYTES_EACH = Integer.BYTES + Long.BYTES;

  /** The size of a record in bytes without the name and the element sets. */
  private static final int FRAME_BYTES =
      Integer.BYTES + Short.BYTES + 2 * Long.BYTES + CHECKSUM_BYTES;

  private static final Epochs NONE = new Epochs(0);

  /** The catalogue numbers and epochs of a snapshot's element sets, in its order. */
  static final class Epochs {
    final int[] catalogNumbers;
    final long[] micros;

    private Epochs(int size) {
      catalogNumbers = new int[size];
      micros = new long[size];
    }

    static Epochs of(Snapshot snapshot) {
      int size = snapshot.elementSets().size();
      Epochs epochs = new Epochs(size);
      for (int i = 0; i < size; i++) {
        ElementSet elements = snapshot.elementSets().get(i);
        epochs.catalogNumbers[i] = elements.catalogNumber();
        epochs.micros[i] = EpochIndex.micros(elements.epoch());
      }
      return epochs;
    }

    int size() {
      return micros.length;
    }

    boolean isSameAs(Epochs other) {
      return Arrays.equals(catalogNumbers, other.catalogNumbers)
          && Arrays.equals(micros, other.micros);
    }
  }

  private EpochIndex() {}

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Returns the epochs in the index, by the file of the snapshot. */
  static Map<String, Epochs> read(Path archive) throws IOException {
    return read(archive, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * Returns the epochs in the index, by the file of the snapshot. A snapshot with all epochs
   * outside a range gets none; in an archive of years, this is nearly every snapshot.
   */
  static Map<String, Epochs> read(Path archive, long fromMicros, long toMicros) throws IOException {
    Map<String, Epochs> index = new HashMap<>();
    scan(
        archive,
        record -> {
          String name = name(record);
          long earliest = record.getLong();
          long latest = record.getLong();
          boolean isNear = earliest <= toMicros && latest >= fromMicros;
          index.put(name, isNear ? epochs(record) : NONE);
        });
    return index;
  }

  /** Reads the epochs of a snapshot; empty if it is damaged. */
  interface Loader {
    Optional<Epochs> load(String file) throws IOException;
  }

  /**
   * Adds snapshots, and the files of an archive that the index lacks because it was deleted or
   * damaged, or a writer was killed.
   */
  static void add(Path archive, Map<String, Epochs> added, Set<String> files, Loader loader)
      throws IOException {
    Set<String> unknown = new HashSet<>(files);
    unknown.removeAll(added.keySet());
    long soundBytes = scan(archive, record -> unknown.remove(name(record)));
    Map<String, Epochs> all = new HashMap<>(added);
    for (String name : unknown) {
      loader.load(name).ifPresent(epochs -> all.put(name, epochs));
    }
    try (FileChannel out =
        FileChannel.open(
            archive.resolve(FILE), StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
      out.position(soundBytes);
      ByteBuffer records = ByteBuffer.wrap(records(all));
      while (records.hasRemaining()) {
        out.write(records);
      }
      out.truncate(out.position());
    }
  }

  /** Rewrites the index without some snapshots. */
  static void remove(Path archive, Set<String> removed) throws IOException {
    Map<String, Epochs> left = read(archive);
    left.keySet().removeAll(removed);
    DurableFile.write(archive.resolve(FILE), records(left));
  }

  private static byte[] records(Map<String, Epochs> snapshots) {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    snapshots.forEach((file, epochs) -> records.writeBytes(record(file, epochs).array()));
    return records.toByteArray();
  }

  private static ByteBuffer record(String file, Epochs epochs) {
    byte[] name = file.getBytes(StandardCharsets.UTF_8);
    ByteBuffer record = ByteBuffer.allocate(FRAME_BYTES + name.length + epochs.size() * BYTES_EACH);
    record.putInt(record.capacity()).putShort((short) name.length).put(name);
    record.putLong(Arrays.stream(epochs.micros).min().orElse(Long.MAX_VALUE));
    record.putLong(Arrays.stream(epochs.micros).max().orElse(Long.MIN_VALUE));
    for (int i = 0; i < epochs.size(); i++) {
      record.putInt(epochs.catalogNumbers[i]).putLong(epochs.micros[i]);
    }
    CRC32 checksum = new CRC32();
    checksum.update(record.duplicate().flip());
    return record.putInt((int) checksum.getValue());
  }

  private static String name(ByteBuffer record) {
    byte[] name = new byte[record.getShort()];
    record.get(name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private static Epochs epochs(ByteBuffer record) {
    Epochs epochs = new Epochs(record.remaining() / BYTES_EACH);
    for (int i = 0; i < epochs.size(); i++) {
      epochs.catalogNumbers[i] = record.getInt();
      epochs.micros[i] = record.getLong();
    }
    return epochs;
  }

  /** Receives a record, from its name to its last epoch. */
  private interface Visitor {
    void visit(ByteBuffer record);
  }

  /**
   * Visits each record up to the first damaged one. All share one buffer, because keeping the whole
   * file in memory takes longer than reading it.
   *
   * @return the size of the visited records in bytes
   */
  private static long scan(Path archive, Visitor visitor) throws IOException {
    Path file = archive.resolve(FILE);
    if (Files.notExists(file)) {
      return 0;
    }
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = in.size();
      long soundBytes = 0;
      CRC32 checksum = new CRC32();
      ByteBuffer buffer = ByteBuffer.allocateDirect(LEAST_BUFFER_BYTES).limit(0);
      while (true) {
        buffer = filled(buffer, in, Integer.BYTES);
        if (buffer.remaining() < Integer.BYTES) {
          return soundBytes;
        }
        int length = buffer.getInt(buffer.position());
        if (length < FRAME_BYTES || length > size - soundBytes) {
          return soundBytes;
        }
        buffer = filled(buffer, in, length);
        if (buffer.remaining() < length) {
          return soundBytes;
        }
        ByteBuffer record = buffer.slice(buffer.position(), length - CHECKSUM_BYTES);
        checksum.reset();
        checksum.update(record);
        buffer.position(buffer.position() + record.capacity());
        if ((int) checksum.getValue() != buffer.getInt()) {
          return soundBytes;
        }
        visitor.visit(record.position(Integer.BYTES));
        soundBytes += length;
      }
    }
  }

  /**
   * Returns a buffer with at least the given number of bytes to read, or with all remaining bytes.
   */
  private static ByteBuffer filled(ByteBuffer buffer, FileChannel in, int bytes)
      throws IOException {
    if (buffer.remaining() >= bytes) {
      return buffer;
    }
    ByteBuffer filled =
        buffer.capacity() >= bytes
            ? buffer.compact()
            : ByteBuffer.allocateDirect(bytes).put(buffer);
    while (filled.hasRemaining() && in.read(filled) >= 0) {
      // Continues with the next bytes.
    }
    return filled.flip();
  }
}
