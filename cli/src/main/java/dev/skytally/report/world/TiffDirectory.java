package dev.skytally.report.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.plugins.tiff.TIFFTag;

/**
 * The beginning of a TIFF file of a single image: header, directory, and the values that do not fit
 * into it, as section 2 of TIFF 6.0 has them, little end first. The image's data come after it.
 */
final class TiffDirectory {
  /** Of the version of TIFF that everybody reads: offsets are of 32 bits. */
  static final long MOST_BYTES = 0xffff_ffffL;

  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int INLINE_BYTES = 4;
  private static final short VERSION = 42;

  private record Entry(int type, int count, ByteBuffer value) {
    boolean isInline() {
      return value.capacity() <= INLINE_BYTES;
    }

    /** Values begin at even bytes. */
    int bytesBehind() {
      return isInline() ? 0 : value.capacity() + value.capacity() % 2;
    }
  }

  /** By tag, as they must stand. */
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

  /** How many {@link #bytes} there are, which only the number of values matters for. */
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
