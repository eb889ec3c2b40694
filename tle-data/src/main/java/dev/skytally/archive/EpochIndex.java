package dev.skytally.archive;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Which satellites each archived snapshot holds and of which epochs, so that the nearest element
 * set of a satellite is found without reading every snapshot.
 *
 * <p>The file is a mere help: it can be deleted, and a damaged one counts for none. It holds for
 * each snapshot the file's name, the number of element sets, and of each the catalogue number and
 * the epoch in microseconds since 1970; and at the end a CRC-32 of all this.
 */
final class EpochIndex {
  private static final String FILE = "epochs.bin";
  private static final int CHECKSUM_BYTES = 4;
  private static final int BYTES_EACH = Integer.BYTES + Long.BYTES;
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

  /** The epochs by snapshot's file, of those that the index knows. */
  static Map<String, Epochs> read(Path archive) throws IOException {
    return read(archive, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * The epochs by snapshot's file, of those that the index knows; without any for a snapshot whose
   * epochs are all outside of a range. After years these are nearly all.
   */
  static Map<String, Epochs> read(Path archive, long fromMicros, long toMicros) throws IOException {
    Map<String, Epochs> index = new HashMap<>();
    ByteBuffer in = withoutChecksum(sound(archive));
    while (in.hasRemaining()) {
      String name = name(in);
      int size = in.getInt();
      int next = in.position() + size * BYTES_EACH;
      Epochs epochs = NONE;
      if (isAnyWithin(in, next, fromMicros, toMicros)) {
        epochs = new Epochs(size);
        for (int i = 0; i < size; i++) {
          epochs.catalogNumbers[i] = in.getInt();
          epochs.micros[i] = in.getLong();
        }
      }
      in.position(next);
      index.put(name, epochs);
    }
    return index;
  }

  private static boolean isAnyWithin(ByteBuffer in, int end, long fromMicros, long toMicros) {
    for (int at = in.position() + Integer.BYTES; at < end; at += BYTES_EACH) {
      long micros = in.getLong(at);
      if (micros >= fromMicros && micros <= toMicros) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds snapshots to the index and removes others. What is known of the rest is copied as it is,
   * because to read and write it all would take longer than a run.
   */
  static void update(Path archive, Map<String, Epochs> added, Set<String> removed)
      throws IOException {
    byte[] old = sound(archive);
    byte[] records = records(added);
    byte[] all = new byte[old.length + records.length + CHECKSUM_BYTES];
    int length = 0;
    ByteBuffer in = withoutChecksum(old);
    while (in.hasRemaining()) {
      int begin = in.position();
      String name = name(in);
      int size = in.getInt();
      in.position(in.position() + size * BYTES_EACH);
      if (!added.containsKey(name) && !removed.contains(name)) {
        System.arraycopy(old, begin, all, length, in.position() - begin);
        length += in.position() - begin;
      }
    }
    System.arraycopy(records, 0, all, length, records.length);
    length += records.length;
    ByteBuffer.wrap(all).putInt(length, checksum(all, length));
    DurableFile.write(archive.resolve(FILE), Arrays.copyOf(all, length + CHECKSUM_BYTES));
  }

  private static byte[] records(Map<String, Epochs> snapshots) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (Map.Entry<String, Epochs> snapshot : snapshots.entrySet()) {
      Epochs epochs = snapshot.getValue();
      byte[] name = snapshot.getKey().getBytes(StandardCharsets.UTF_8);
      out.writeShort(name.length);
      out.write(name);
      out.writeInt(epochs.size());
      for (int i = 0; i < epochs.size(); i++) {
        out.writeInt(epochs.catalogNumbers[i]);
        out.writeLong(epochs.micros[i]);
      }
    }
    return bytes.toByteArray();
  }

  /** The file, or nothing if there is none or it is damaged. */
  private static byte[] sound(Path archive) throws IOException {
    Path file = archive.resolve(FILE);
    if (Files.exists(file)) {
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - CHECKSUM_BYTES;
      if (end >= 0 && ByteBuffer.wrap(bytes).getInt(end) == checksum(bytes, end)) {
        return bytes;
      }
    }
    return new byte[0];
  }

  private static ByteBuffer withoutChecksum(byte[] file) {
    return ByteBuffer.wrap(file, 0, Math.max(0, file.length - CHECKSUM_BYTES));
  }

  private static String name(ByteBuffer in) {
    byte[] name = new byte[in.getShort()];
    in.get(name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, end);
    return (int) checksum.getValue();
  }
}
