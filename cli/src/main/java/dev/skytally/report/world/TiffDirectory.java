package dev.skytally.report.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.plugins.tiff.TIFFTag;

/**
 * The directory of one image of a little-endian TIFF, as in section 2 of TIFF 6.0, or of a BigTIFF,
 * whose offsets have 64 bits. The values that do not fit into an entry follow the directory.
 */
final class TiffDirectory {
  /** The limit of plain TIFF, whose offsets have 32 bits. */
  static final long MOST_PLAIN_BYTES = 0xffff_ffffL;

  /** The type of BigTIFF's whole numbers, which Java's list of types lacks. */
  private static final int LONG8 = 16;

  private static final short VERSION = 42;
  private static final short BIG_VERSION = 43;

  private record Entry(int type, int count, ByteBuffer value) {
    int size() {
      return value.capacity();
    }
  }

  /** The entries by tag, which is the order that TIFF requires. */
  private final Map<Integer, Entry> entries = new TreeMap<>();

  private final boolean isBig;

  TiffDirectory(boolean isBig) {
    this.isBig = isBig;
  }

  /** Returns the beginning of a file whose first directory follows. */
  static byte[] header(boolean isBig) {
    byte[] bytes = new byte[headerBytes(isBig)];
    ByteBuffer header = buffer(bytes).put("II".getBytes(US_ASCII));
    if (isBig) {
      header.putShort(BIG_VERSION).putShort((short) Long.BYTES).putShort((short) 0);
      header.putLong(bytes.length);
    } else {
      header.putShort(VERSION).putInt(bytes.length);
    }
    return bytes;
  }

  static int headerBytes(boolean isBig) {
    return isBig ? 16 : 8;
  }

  void shorts(int tag, int... values) {
    ByteBuffer bytes = add(tag, TIFFTag.TIFF_SHORT, values.length, Short.BYTES);
    for (int value : values) {
      bytes.putShort((short) value);
    }
  }

  /** Adds whole numbers that are as long as offsets. */
  void longs(int tag, long... values) {
    int type = isBig ? LONG8 : TIFFTag.TIFF_LONG;
    ByteBuffer bytes = add(tag, type, values.length, offsetBytes());
    for (long value : values) {
      putOffset(bytes, value);
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

  private int offsetBytes() {
    return isBig ? Long.BYTES : Integer.BYTES;
  }

  private void putOffset(ByteBuffer bytes, long value) {
    if (isBig) {
      bytes.putLong(value);
    } else {
      bytes.putInt((int) value);
    }
  }

  /** Returns the number of {@link #bytes}, which depends only on the number of values. */
  int size() {
    int size = directoryBytes();
    for (Entry entry : entries.values()) {
      size += bytesBehind(entry);
    }
    return size;
  }

  /** Returns the size of the directory alone: count, entries and the offset of the next one. */
  private int directoryBytes() {
    int count = isBig ? Long.BYTES : Short.BYTES;
    int entry = 2 * Short.BYTES + 2 * offsetBytes();
    return count + entries.size() * entry + offsetBytes();
  }

  /** Returns the size of a value after the directory, where values begin at even offsets. */
  private int bytesBehind(Entry entry) {
    return entry.size() <= offsetBytes() ? 0 : entry.size() + entry.size() % 2;
  }

  /** Returns the bytes at an offset of the file; the next directory follows unless it is last. */
  byte[] bytes(long offset, boolean isLast) {
    byte[] all = new byte[size()];
    ByteBuffer bytes = buffer(all);
    if (isBig) {
      bytes.putLong(entries.size());
    } else {
      bytes.putShort((short) entries.size());
    }
    int behind = directoryBytes();
    for (Map.Entry<Integer, Entry> tagged : entries.entrySet()) {
      Entry entry = tagged.getValue();
      bytes.putShort(tagged.getKey().shortValue()).putShort((short) entry.type);
      putOffset(bytes, entry.count);
      int valueAt = bytes.position();
      int nextEntry = valueAt + offsetBytes();
      if (bytesBehind(entry) > 0) {
        putOffset(bytes, offset + behind);
        valueAt = behind;
        behind += bytesBehind(entry);
      }
      bytes.put(valueAt, entry.value, 0, entry.size()).position(nextEntry);
    }
    putOffset(bytes, isLast ? 0 : offset + all.length);
    return all;
  }

  static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
