package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedNumbersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aNumberTakesAByteForEachSevenBits(int bytes) {
    long least = bytes == 1 ? 0 : 1L << (7 * (bytes - 1));
    long most = (least == 0 ? 1L << 7 : least << 7) - 1;
    for (long number : new long[] {least, most}) {
      PackedNumbers packed = new PackedNumbers();
      packed.write(number);
      assertEquals(bytes, packed.bytes().length);
      assertEquals(number, new PackedNumbers(packed.bytes()).read());
    }
  }

  /** The memory grows wherever a long number begins. */
  @Test
  void allNumbersAreReadInTheirOrder() {
    for (int before = 0; before <= Long.BYTES; before++) {
      PackedNumbers packed = new PackedNumbers();
      for (int k = 0; k < before; k++) {
        packed.write(k);
      }
      for (int k = 0; k < 300; k++) {
        packed.write(Long.MAX_VALUE - k);
      }
      PackedNumbers read = new PackedNumbers(packed.bytes());
      for (int k = 0; k < before; k++) {
        assertEquals(k, read.readInt());
      }
      for (int k = 0; k < 300; k++) {
        assertEquals(Long.MAX_VALUE - k, read.read());
      }
      read.requireEnd();
    }
  }

  @Test
  void damagedBytesAreRejected() {
    assertRefused("end too soon", packed(0x80)::read);
    assertRefused("end too soon", packed()::read);
    assertRefused("too long", packed(128, 128, 128, 128, 128, 128, 128, 128, 128, 0)::read);
    assertRefused("too great", packed(0x80, 0x80, 0x80, 0x80, 0x08)::readInt);
    assertEquals(Integer.MAX_VALUE, packed(0xff, 0xff, 0xff, 0xff, 0x07).readInt());
    assertRefused("more packed numbers", packed(0)::requireEnd);
  }

  private static PackedNumbers packed(int... bytes) {
    byte[] packed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      packed[i] = (byte) bytes[i];
    }
    return new PackedNumbers(packed);
  }

  private static void assertRefused(String message, Runnable reading) {
    String actual = assertThrows(IllegalArgumentException.class, reading::run).getMessage();
    assertTrue(actual.contains(message), actual);
  }
}
