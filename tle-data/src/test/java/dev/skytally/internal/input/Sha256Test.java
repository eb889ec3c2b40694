package dev.skytally.internal.input;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class Sha256Test {
  /** The example of FIPS 180-2, appendix B.1. */
  @Test
  void digestOfAbcIsThatOfTheStandard() {
    String digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertEquals(digest, Sha256.of("abc"));
    assertEquals(digest, Sha256.of("abc".getBytes(US_ASCII)));
  }
}
