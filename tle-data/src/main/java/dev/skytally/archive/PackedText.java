package dev.skytally.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A text packed with gzip. The header's fields for a comment and a time (RFC 1952) contain its
 * origin and when it was stored, so a file is complete without a manifest.
 */
final class PackedText {
  private static final short MAGIC = (short) 0x8b1f;
  private static final byte DEFLATE = 8;
  private static final byte HAS_COMMENT = 1 << 4;
  private static final int FIXED_HEADER_BYTES = 10;
  private static final int LONGEST_HEADER_BYTES = 1 << 14;
  private static final int FIXED_TRAILER_BYTES = 8;
  private static final byte UNKNOWN_SYSTEM = (byte) 255;

  private PackedText() {}

  /** The content of the header. */
  record Header(String origin, Instant stored) {}

  static byte[] pack(byte[] plain, String origin, Instant stored) {
    byte[] packed = deflate(plain);
    byte[] comment = origin.getBytes(StandardCharsets.UTF_8);
    CRC32 checksum = new CRC32();
    checksum.update(plain);
    return ByteBuffer.allocate(
            FIXED_HEADER_BYTES + comment.length + 1 + packed.length + FIXED_TRAILER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(MAGIC)
        .put(DEFLATE)
        .put(HAS_COMMENT)
        .putInt((int) stored.getEpochSecond())
        .put((byte) 0)
        .put(UNKNOWN_SYSTEM)
        .put(comment)
        .put((byte) 0)
        .put(packed)
        .putInt((int) checksum.getValue())
        .putInt(plain.length)
        .array();
  }

  private static byte[] deflate(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(plain);
    } catch (IOException e) {
      throw new AssertionError("writing to memory cannot fail", e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  /** Returns the header of a file. A file that other software packed has no origin. */
  static Header header(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST_HEADER_BYTES);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < FIXED_HEADER_BYTES || in.getShort(0) != MAGIC) {
      return new Header("", Instant.EPOCH);
    }
    Instant stored = Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt(4)));
    if (bytes[3] != HAS_COMMENT) {
      return new Header("", stored);
    }
    int end = FIXED_HEADER_BYTES;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new Header(
        new String(bytes, FIXED_HEADER_BYTES, end - FIXED_HEADER_BYTES, StandardCharsets.UTF_8),
        stored);
  }
}
