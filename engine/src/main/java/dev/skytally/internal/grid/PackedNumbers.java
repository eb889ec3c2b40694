package dev.skytally.internal.grid;

import java.util.Arrays;

/**
 * Whole numbers from 0 on as bytes: seven bits in each, the lowest first; the highest bit says that
 * more follow.
 *
 * <p>Not safe for use by several threads at once.
 */
final class PackedNumbers {
  private byte[] bytes;
  private int at;

  /** Creates an empty list to write to. */
  PackedNumbers() {
    bytes = new byte[1024];
  }

  /** Creates a list to read. */
  PackedNumbers(byte[] bytes) {
    this.bytes = bytes;
  }

  void write(long number) {
    if (at + Long.BYTES + 1 >= bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    long rest = number;
    while (rest > 0x7f) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, at);
  }

  long read() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
      if (at == bytes.length) {
        throw new IllegalArgumentException("the packed numbers end too soon");
      }
      byte next = bytes[at++];
      number |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a packed number is too long");
  }

  int readInt() {
    long number = read();
    if (number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a packed number is too great");
    }
    return (int) number;
  }

  void requireEnd() {
    if (at != bytes.length) {
      throw new IllegalArgumentException("there are more packed numbers than cells");
    }
  }
}
