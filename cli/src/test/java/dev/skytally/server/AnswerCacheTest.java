package dev.skytally.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private static final int MOST_BYTES = 100_000;

  private final AnswerCache cache = new AnswerCache(MOST_BYTES);

  private void put(String tag, int bytes) {
    cache.put(tag, new Answer(ByteBuffer.allocate(bytes), List.of()));
  }

  private List<String> kept(String... tags) {
    return Stream.of(tags).filter(tag -> cache.get(tag).isPresent()).toList();
  }

  @Test
  void theAnswersNeverTakeMoreThanTheBound() {
    for (int i = 0; i < 1000; i++) {
      put("tag " + i, i * 10);
      assertTrue(cache.bytes() <= MOST_BYTES, () -> cache.bytes() + " bytes");
    }
    assertTrue(cache.bytes() > MOST_BYTES / 2, () -> cache.bytes() + " bytes");
  }

  @Test
  void theAnswerThatWasUsedLongestAgoGoesFirst() {
    for (String tag : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
      put(tag, 11_900);
    }
    assertEquals(List.of("a"), kept("a"));
    put("i", 11_900);
    assertEquals(List.of("a", "c", "i"), kept("a", "b", "c", "i"));
  }

  @Test
  void anAnswerThatIsPutTwiceCountsOnce() {
    put("a", 1000);
    long once = cache.bytes();
    put("a", 1000);
    assertEquals(once, cache.bytes());
  }

  @Test
  void aHugeAnswerIsNotKept() {
    put("a", MOST_BYTES / 8 + 1);
    assertEquals(List.of(), kept("a"));
    assertEquals(0, cache.bytes());
  }
}
