package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation;
import dev.skytally.selection.Notice;
import dev.skytally.selection.Notice.Kind;
import java.util.List;
import java.util.Optional;

/** Prints notices as warnings; of damaged input the first few. */
public final class NoticeWarnings {
  private static final int MOST_DAMAGED = 3;

  private NoticeWarnings() {}

  /** Prints all but those of missing satellites, which come with the answer. */
  static void print(List<Notice> notices, OutputOptions output, Console console) {
    printDamagedFiles(texts(notices, Kind.DAMAGED_FILE), console);
    boolean damagedElementsArePrinted = false;
    for (Notice notice : notices) {
      switch (notice.kind()) {
        case MISSING, DAMAGED_FILE -> {}
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
      console.warn("left out: " + file);
    }
    if (files.size() > MOST_DAMAGED) {
      console.warn(
          "left out: %s of the archive (all: skytally archive verify)"
              .formatted(Words.count(files.size() - MOST_DAMAGED, "more file", "more files")));
    }
  }

  private static void printDamagedElements(
      List<String> problems, OutputOptions output, Console console) {
    if (output.isQuiet()) {
      console.warn(
          problems.size() == 1
              ? "1 element set was damaged and left out"
              : problems.size() + " element sets were damaged and left out");
    }
    for (String problem : problems.subList(0, Math.min(MOST_DAMAGED, problems.size()))) {
      output.warn(console, "left out: " + problem);
    }
    if (problems.size() > MOST_DAMAGED) {
      output.warn(
          console,
          "left out: %s more element sets with problems (all: skytally elements --elements FILE)"
              .formatted(problems.size() - MOST_DAMAGED));
    }
  }

  /** Prints, quiet or not, which satellites an answer lacks, with their effect if it is known. */
  public static void printMissing(Console console, Constellation flown, Optional<String> effect) {
    print(console, Notice.missing(flown).stream().map(Notice::text).toList(), effect);
  }

  /** Prints lines, with the effect at the end of the last one. */
  public static void print(Console console, List<String> lines, Optional<String> effect) {
    for (int i = 0; i < lines.size(); i++) {
      boolean isLast = i == lines.size() - 1;
      console.warn(lines.get(i) + (isLast ? effect.map(of -> "; " + of).orElse("") : ""));
    }
  }
}
