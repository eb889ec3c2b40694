package dev.skytally.input;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;

/**
 * Reads files of the Unix tool compress ({@code .Z}). This is a separate class so that it is loaded
 * only for such files.
 */
final class UnixCompress {
  /** The table of the widest codes that compress writes (16 bits) takes 384 KiB. */
  private static final int MEMORY_LIMIT_KIB = 512;

  private UnixCompress() {}

  /**
   * Returns the text in a compressed stream.
   *
   * @throws IOException if the stream is damaged, now or while it is read
   */
  static InputStream unpack(InputStream packed) throws IOException {
    try {
      return new ZCompressorInputStream(packed, MEMORY_LIMIT_KIB);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
