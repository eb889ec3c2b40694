package dev.skytally.server;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers that were used last, up to a number of bytes. Thread-safe. */
final class AnswerCache {
  /** What an entry takes besides its content. */
  private static final int ENTRY_BYTES = 512;

  private final long mostBytes;
  private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private long hits;
  private long misses;

  AnswerCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  synchronized Optional<Answer> get(String tag) {
    Answer found = answers.get(tag);
    if (found == null) {
      misses++;
    } else {
      hits++;
    }
    return Optional.ofNullable(found);
  }

  /** Keeps an answer, unless it alone takes more than an eighth of the cache. */
  synchronized void put(String tag, Answer answer) {
    if (size(answer) > mostBytes / 8) {
      return;
    }
    Answer old = answers.put(tag, answer);
    bytes += size(answer) - (old == null ? 0 : size(old));
    Iterator<Answer> oldest = answers.values().iterator();
    while (bytes > mostBytes) {
      bytes -= size(oldest.next());
      oldest.remove();
    }
  }

  private static long size(Answer answer) {
    long warnings = answer.warnings().stream().mapToLong(String::length).sum();
    return answer.content().remaining() + Character.BYTES * warnings + ENTRY_BYTES;
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized long hits() {
    return hits;
  }

  synchronized long misses() {
    return misses;
  }
}
