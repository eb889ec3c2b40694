package dev.skytally.report.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.plugins.tiff.TIFFTag;

/**
 * Builds the beginning of a TIFF file with a single image: header, directory, and the values that
 * do not fit into the directory, as in section 2 of TIFF 6.0, little-endian. The data of the image
 * follow.
 */
final class TiffDirectory {
  /** The limit of plain TIFF, whose offsets have 32 bits. */
  static final long MOST_BYTES = 0xffff_ffffL;

  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int INLINE_BYTES = 4;
  private static final short VERSION = 42;

  private record Entry(int type, int count, ByteBuffer value) {
    boolean isInline() {
      return value.capacity() <= INLINE_BYTES;
    }

    /** Returns the size of the value after the directory; values begin at even offsets. */
    int bytesBehind() {
      return isInline() ? 0 : value.capacity() + value.capacity() % 2;
    }
  }

  /** The entries by tag, which is the order that TIFF requires. */
  private final Map<Integer, Entry> entries = new TreeMap<>();

  void shorts(int tag, int... values) {
    ByteBuffer bytes = add(tag, TIFFTag.TIFF_SHORT, values.length, Short.BYTES);
    for (int value : values) {
      bytes.putShort((short) value);
    }
  }

  void longs(int tag, long... values) {
    ByteBuffer bytes = add(tag, TIFFTag.TIFF_LONG, values.length, Integer.BYTES);
    for (long value : values) {
      bytes.putInt((int) value);
    }
  }

  void doubles(int tag, double... values) {
    ByteBuffer bytes = add(tag, TIFFTag.TIFF_DOUBLE, values.length, Double.BYTES);
    for (double value : values) {
      bytes.putDouble(value);
    }
  }

  void ascii(int tag, String text) {
    byte[] bytes = (text + '\0').getBytes(US_ASCII);
    add(tag, TIFFTag.TIFF_ASCII, bytes.length, 1).put(bytes);
  }

  private ByteBuffer add(int tag, int type, int count, int valueBytes) {
    ByteBuffer value = buffer(new byte[count * valueBytes]);
    entries.put(tag, new Entry(type, count, value));
    return value;
  }

  /** Returns the number of {@link #bytes}, which depends only on the number of values. */
  int size() {
    return directoryEnd() + entries.values().stream().mapToInt(Entry::bytesBehind).sum();
  }

  private int directoryEnd() {
    return HEADER_BYTES + Short.BYTES + entries.size() * ENTRY_BYTES + Integer.BYTES;
  }

  byte[] bytes() {
    byte[] bytes = new byte[size()];
    ByteBuffer file = buffer(bytes).put("II".getBytes(US_ASCII)).putShort(VERSION);
    file.putInt(HEADER_BYTES).putShort((short) entries.size());
    int behind = directoryEnd();
    for (Map.Entry<Integer, Entry> tagged : entries.entrySet()) {
      Entry entry = tagged.getValue();
      file.putShort(tagged.getKey().shortValue()).putShort((short) entry.type);
      file.putInt(entry.count);
      int valueAt = file.position();
      if (!entry.isInline()) {
        file.putInt(valueAt, behind);
        valueAt = behind;
        behind += entry.bytesBehind();
      }
      file.put(valueAt, entry.value, 0, entry.value.capacity());
      file.position(file.position() + INLINE_BYTES);
    }
    return bytes;
  }

  static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
