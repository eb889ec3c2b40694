package dev.skytally.outage;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.GnssSystem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a yearly summary of NANUs, one line each: number, type, PRN, number of the notice that it
 * refers to, beginning and end, such as {@code 2022034 FCSTSUMM 02 2022033 2022_195_0310
 * 2022_195_0952}. A dash stands for none.
 */
final class NanuSummary {
  private static final String BEGIN = "+nanu_sum";
  private static final String END = "-nanu_sum";
  private static final int FIELDS = 6;
  private static final int MOST_PRN = 63;

  private NanuSummary() {}

  /** Returns whether a text looks like a summary. */
  static boolean isIn(TextFile file) {
    return file.lines().stream().anyMatch(line -> line.strip().equals(BEGIN) || isNotice(line));
  }

  /** Reads all lines of a summary. Each notice is either an advisory or a problem. */
  static void read(
      TextFile file, Consumer<Advisory> advisories, Consumer<InputFormatException> problems) {
    boolean isInside = false;
    int at = 0;
    for (String line : file.lines()) {
      at++;
      String text = line.strip();
      if (text.equals(BEGIN)) {
        isInside = true;
      } else if (text.equals(END) || text.startsWith("***")) {
        isInside = false;
      } else if (isNotice(line) || (isInside && !text.isEmpty() && !text.startsWith("*"))) {
        try {
          advisories.accept(advisory(text));
        } catch (DateTimeException e) {
          problems.accept(file.problem(at, 0, "this notice is damaged: " + e.getMessage()));
        }
      }
    }
  }

  private static boolean isNotice(String line) {
    String text = line.strip();
    return text.length() > 8
        && text.charAt(7) == ' '
        && text.substring(0, 7).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Advisory advisory(String text) {
    String[] fields = text.split(" +", -1);
    if (fields.length < FIELDS) {
      throw new DateTimeException(
          "it has %s fields, expected at least %s: number, type, PRN, reference, beginning and end"
              .formatted(fields.length, FIELDS));
    }
    String number = fields[0];
    if (number.length() != 7) {
      throw new DateTimeException(
          "the number is %s, expected year and number such as 2022034"
              .formatted(TextFile.quoted(number)));
    }
    int year = NoticeTimes.number(number) / 1000;
    Effect effect = Effect.OF_NANU.get(fields[1]);
    if (effect == null) {
      throw new DateTimeException("the type " + TextFile.quoted(fields[1]) + " is unknown");
    }
    int prn = NoticeTimes.number(fields[2]);
    if (prn < 1 || prn > MOST_PRN) {
      throw new DateTimeException("the PRN is " + prn);
    }
    String reference = fields[3].equals("-") ? "" : fields[3];
    if (!reference.isEmpty() && (reference.length() != 7 || NoticeTimes.number(reference) == 0)) {
      throw new DateTimeException("the reference is " + TextFile.quoted(reference));
    }
    Optional<Instant> start = time(fields[4], year);
    Optional<Instant> end = time(fields[5], year);
    if (effect.needsStart() && start.isEmpty()) {
      throw new DateTimeException("it has no beginning");
    }
    if (effect.needsEnd() && end.isEmpty()) {
      throw new DateTimeException("it has no end, expected one in a " + fields[1]);
    }
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      throw new DateTimeException("it ends before it begins");
    }
    return new Advisory(
        "NANU",
        number,
        effect,
        GnssSystem.GPS,
        (prn < 10 ? "G0" : "G") + prn,
        reference,
        start,
        end);
  }

  private static Optional<Instant> time(String field, int noticeYear) {
    if (field.equals("-")) {
      return Optional.empty();
    }
    Instant time = NoticeTimes.ofYearAndDay(field);
    if (Math.abs(time.atOffset(ZoneOffset.UTC).getYear() - noticeYear) > 1) {
      throw new DateTimeException(
          "the time %s is years from the notice of %s".formatted(field, noticeYear));
    }
    return Optional.of(time);
  }
}
