package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation;
import dev.skytally.selection.Notice;
import dev.skytally.selection.Notice.Kind;
import java.util.List;
import java.util.Optional;

/** Prints notices as warnings, and only the first few about damaged input. */
public final class NoticeWarnings {
  private static final int MOST_DAMAGED = 3;

  private NoticeWarnings() {}

  /** Prints all notices except those about missing satellites, which come with the answer. */
  public static void print(List<Notice> notices, OutputOptions output, Console console) {
    printDamagedFiles(texts(notices, Kind.DAMAGED_FILE), console);
    printDamagedNotices(texts(notices, Kind.DAMAGED_NOTICE), console);
    boolean damagedElementsArePrinted = false;
    for (Notice notice : notices) {
      switch (notice.kind()) {
        case MISSING, DAMAGED_FILE, DAMAGED_NOTICE -> {}
        case DAMAGED_ELEMENTS -> {
          if (!damagedElementsArePrinted) {
            printDamagedElements(texts(notices, Kind.DAMAGED_ELEMENTS), output, console);
            damagedElementsArePrinted = true;
          }
        }
        default -> print(notice, output, console);
      }
    }
  }

  /** Prints a notice; a minor one unless the user wants a quiet program. */
  public static void print(Notice notice, OutputOptions output, Console console) {
    if (notice.kind().isMinor()) {
      output.warn(console, notice.text());
    } else {
      console.warn(notice.text());
    }
  }

  private static List<String> texts(List<Notice> notices, Kind kind) {
    return notices.stream().filter(notice -> notice.kind() == kind).map(Notice::text).toList();
  }

  private static void printDamagedFiles(List<String> files, Console console) {
    for (String file : files.subList(0, Math.min(MOST_DAMAGED, files.size()))) {
      console.warn("excluded: " + file);
    }
    if (files.size() > MOST_DAMAGED) {
      console.warn(
          "excluded: %s of the archive (all: skytally archive verify)"
              .formatted(Words.count(files.size() - MOST_DAMAGED, "more file", "more files")));
    }
  }

  private static void printDamagedNotices(List<String> problems, Console console) {
    for (String problem : problems.subList(0, Math.min(MOST_DAMAGED, problems.size()))) {
      console.warn("not counted: " + problem);
    }
    if (problems.size() > MOST_DAMAGED) {
      console.warn(
          "not counted: %s of outages (all: --format json)"
              .formatted(
                  Words.count(problems.size() - MOST_DAMAGED, "more notice", "more notices")));
    }
  }

  private static void printDamagedElements(
      List<String> problems, OutputOptions output, Console console) {
    if (output.isQuiet()) {
      console.warn(
          problems.size() == 1
              ? "1 element set is damaged and excluded"
              : problems.size() + " element sets are damaged and excluded");
    }
    for (String problem : problems.subList(0, Math.min(MOST_DAMAGED, problems.size()))) {
      output.warn(console, "excluded: " + problem);
    }
    if (problems.size() > MOST_DAMAGED) {
      output.warn(
          console,
          "excluded: %s more element sets with problems (all: skytally elements --elements FILE)"
              .formatted(problems.size() - MOST_DAMAGED));
    }
  }

  /** Prints, even if quiet, which satellites an answer lacks, and their effect if it is known. */
  public static void printMissing(Console console, Constellation flown, Optional<String> effect) {
    print(console, Notice.missing(flown).stream().map(Notice::text).toList(), effect);
  }

  /** Prints lines, and the effect at the end of the last one. */
  public static void print(Console console, List<String> lines, Optional<String> effect) {
    for (int i = 0; i < lines.size(); i++) {
      boolean isLast = i == lines.size() - 1;
      console.warn(lines.get(i) + (isLast ? effect.map(of -> "; " + of).orElse("") : ""));
    }
  }
}
