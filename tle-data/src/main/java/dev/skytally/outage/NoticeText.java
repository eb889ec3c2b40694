package dev.skytally.outage;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.GnssSystem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of notices, any number in a file.
 *
 * <p>A notice consists of a heading and of lines {@code FIELD: value}. It ends where the next one
 * begins: at its heading, or at a second type or number. So damage in one notice does not affect
 * its neighbours.
 */
final class NoticeText {
  private static final String HEADING = "NOTICE ADVISORY TO";
  private static final List<String> KINDS = List.of("NANU", "NAGU", "NAQU", "NABU");
  private static final Set<String> NONE = Set.of("", "N/A", "UFN", "CANCELLED", "CANCELED");
  private static final int QZSS_FIRST_PRN = 193;
  private static final int QZSS_MOST = 10;

  private final TextFile file;
  private final Consumer<Advisory> advisories;
  private final Consumer<InputFormatException> problems;

  // The notice that is being read.
  private final Map<String, String> fields = new HashMap<>();
  private int line;

  private NoticeText(
      TextFile file, Consumer<Advisory> advisories, Consumer<InputFormatException> problems) {
    this.file = file;
    this.advisories = advisories;
    this.problems = problems;
  }

  /** Returns whether a text looks like notices. */
  static boolean isIn(TextFile file) {
    String text = file.text();
    return text.contains(HEADING)
        || KINDS.stream().anyMatch(kind -> text.contains(kind + " TYPE:"));
  }

  /** Reads all notices of a file. Each of them is either an advisory or a problem. */
  static void read(
      TextFile file, Consumer<Advisory> advisories, Consumer<InputFormatException> problems) {
    NoticeText reader = new NoticeText(file, advisories, problems);
    int line = 0;
    for (String text : file.lines()) {
      line++;
      reader.add(text.strip().toUpperCase(Locale.ROOT), line);
    }
    reader.finish();
  }

  private void add(String text, int at) {
    if (text.startsWith(HEADING)) {
      finish();
      line = at;
      int type = text.indexOf(" TYPE:");
      fields.put("HEADING", type < 0 ? text : text.substring(0, type - "NANU ".length()));
      if (type >= 0) {
        add(text.substring(type - "NANU".length()), at);
      }
      return;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return;
    }
    String key = text.substring(0, colon).strip();
    key = key.startsWith("1.") ? key.substring(2).strip() : key;
    boolean isType = isOfKind(key, "TYPE");
    boolean canBegin = isType || isOfKind(key, "NUMBER");
    if (canBegin && fields.containsKey(key)) {
      finish();
    }
    if (canBegin && fields.isEmpty()) {
      line = at;
    }
    if (canBegin || !fields.isEmpty()) {
      fields.putIfAbsent(key, text.substring(colon + 1).strip());
    }
  }

  private static boolean isOfKind(String key, String what) {
    return KINDS.stream().anyMatch(kind -> key.equals(kind + " " + what));
  }

  private void finish() {
    if (!fields.isEmpty()) {
      try {
        advisories.accept(advisory());
      } catch (InputFormatException e) {
        problems.accept(e);
      } catch (DateTimeException e) {
        problems.accept(problem("is damaged: " + e.getMessage()));
      }
      fields.clear();
    }
  }

  private Advisory advisory() throws InputFormatException {
    String kind =
        KINDS.stream()
            .filter(k -> fields.containsKey(k + " TYPE"))
            .findFirst()
            .orElseThrow(() -> problem("has no type, expected a line such as NANU TYPE: FCSTDV"));
    String number = number(kind);
    String type = field(kind + " TYPE");
    Effect effect = effect(kind, number, type);
    if (effect == Effect.NONE) {
      return new Advisory(
          kind, number, effect, system(kind), "", "", Optional.empty(), Optional.empty());
    }
    String signals = field("SIGNAL(S) AFFECTED");
    if (!signals.isEmpty() && !signals.equals("ALL")) {
      throw problem(
          "%s %s concerns only the signals %s, which is not counted as an outage"
              .formatted(kind, number, signals));
    }
    String prn = prn(kind);
    Optional<Instant> start = time(effect == Effect.DECOMMISSIONED ? "UNUSABLE START" : "START");
    if (start.isEmpty()) {
      start = time("START");
    }
    Optional<Instant> end = time("STOP");
    if (effect.needsStart() && start.isEmpty()) {
      throw problem("%s %s has no start".formatted(kind, number));
    }
    if (effect.needsEnd() && end.isEmpty()) {
      throw problem("%s %s has no end, expected one in a %s".formatted(kind, number, type));
    }
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      throw problem("%s %s ends before it starts".formatted(kind, number));
    }
    String reference = field("REFERENCE " + kind) + field(kind + " REFERENCED TO");
    return new Advisory(
        kind, number, effect, system(kind), prn, none(reference) ? "" : reference, start, end);
  }

  private Effect effect(String kind, String number, String type) throws InputFormatException {
    switch (kind) {
      case "NABU" ->
          throw problem(
              "NABU %s is not read, because no description of its fields is public; give its times"
                      .formatted(number)
                  + " in a table with the columns prn,from,to,source");
      case "NAQU" -> {
        int end = type.indexOf('_');
        String service = end < 0 ? "" : type.substring(0, end);
        if (!service.equals("PNT") && !service.equals("ALL")) {
          throw problem("NAQU %s concerns %s, not positioning".formatted(number, type));
        }
        return known(kind, number, type, Effect.OF_NANU.get(type.substring(end + 1)));
      }
      case "NAGU" -> {
        if (type.startsWith("GENERAL (HAS") || type.startsWith("GENERAL (TIMING")) {
          return Effect.NONE;
        }
        return known(kind, number, type, Effect.OF_NAGU.get(type));
      }
      default -> {
        return known(kind, number, type, Effect.OF_NANU.get(type));
      }
    }
  }

  private Effect known(String kind, String number, String type, @Nullable Effect effect)
      throws InputFormatException {
    if (effect == null) {
      throw problem(
          type.contains("GENERAL")
              ? kind + " " + number + " is a general message, which is not interpreted"
              : kind + " " + number + " has the unknown type " + TextFile.quoted(type));
    }
    return effect;
  }

  /** Returns the number, in which heading and field must agree. */
  private String number(String kind) throws InputFormatException {
    String heading = field("HEADING");
    String named = heading.substring(heading.indexOf(')') + 1).strip();
    String number = field(kind + " NUMBER");
    number = number.isEmpty() ? named : number;
    if (number.length() != 7 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw problem(
          "has the number %s, expected year and number such as 2022034"
              .formatted(TextFile.quoted(number)));
    }
    if (!heading.isEmpty() && !named.equals(number)) {
      throw problem(
          "has the numbers %s and %s".formatted(TextFile.quoted(named), TextFile.quoted(number)));
    }
    return number;
  }

  private static GnssSystem system(String kind) {
    return switch (kind) {
      case "NAGU" -> GnssSystem.GAL;
      case "NAQU" -> GnssSystem.QZS;
      default -> GnssSystem.GPS;
    };
  }

  private String prn(String kind) throws InputFormatException {
    String field = kind.equals("NAGU") ? "SPACE VEHICLE ID" : "PRN";
    String given = field(field);
    if (kind.equals("NAGU") && field("SATELLITE AFFECTED").equals("ALL")) {
      return "";
    }
    int number = given.isEmpty() || given.length() > 3 ? 0 : NoticeTimes.number(given);
    if (kind.equals("NAQU")) {
      number -= QZSS_FIRST_PRN - 1;
    }
    int most = kind.equals("NAQU") ? QZSS_MOST : kind.equals("NAGU") ? 36 : 63;
    if (number < 1 || number > most) {
      throw problem("has the %s %s".formatted(field, TextFile.quoted(given)));
    }
    String subject = field("SUBJ");
    int inSubject = subject.indexOf("(PRN");
    if (inSubject >= 0 && !subject.startsWith("(PRN" + given + ")", inSubject)) {
      throw problem(
          "has the PRN %s, but the subject %s"
              .formatted(TextFile.quoted(given), TextFile.quoted(subject)));
    }
    return "%s%s%s".formatted(system(kind).rinexLetter(), number < 10 ? "0" : "", number);
  }

  /** Returns the time of some fields, for example {@code START TIME ZULU}; empty if they say so. */
  private Optional<Instant> time(String which) throws InputFormatException {
    String event = field((which.equals("STOP") ? "END" : which) + " DATE EVENT (UTC)");
    if (!none(event)) {
      return Optional.of(NoticeTimes.iso(event));
    }
    String date = field(which + " CALENDAR DATE");
    String time = field(which + " TIME ZULU");
    String dayOfYear = field(which + " JDAY");
    if (none(date) && none(time) && none(dayOfYear)) {
      return Optional.empty();
    }
    LocalDate day = NoticeTimes.date(date);
    if (!none(dayOfYear) && NoticeTimes.number(dayOfYear) != day.getDayOfYear()) {
      throw problem("has the %s %s on %s".formatted(which + " JDAY", dayOfYear, date));
    }
    return Optional.of(NoticeTimes.at(day, time));
  }

  private static boolean none(String value) {
    return NONE.contains(value);
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  private InputFormatException problem(String problem) {
    return file.problem(line, 0, "this notice " + problem);
  }
}
