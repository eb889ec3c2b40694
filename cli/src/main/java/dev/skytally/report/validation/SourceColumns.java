package dev.skytally.report.validation;

import dev.skytally.report.Column;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.validation.Validation.Entry;
import java.nio.file.Path;
import java.util.List;

/** Name and age of a source of element sets, as columns and as a line. */
final class SourceColumns {
  static final List<Column<Entry<?>>> ALL =
      List.of(
          Column.text("elements", "the element sets", SourceColumns::name),
          Column.number(
              "age_days_median", 3, "median age; negative if they are later", Entry::ageDays));

  private SourceColumns() {}

  /** The date of bundled element sets, or the name of a file without its folder. */
  static String name(Entry<?> entry) {
    return Path.of(entry.label()).getFileName().toString();
  }

  /** Appends name and age as a line for people. */
  static void appendLine(StringBuilder text, Entry<?> entry) {
    SettingText.line(
        text,
        "Elements",
        "%s, %s days %s the window's middle (median)"
            .formatted(
                name(entry),
                Decimals.fixed(Math.abs(entry.ageDays()), 1),
                entry.ageDays() < 0 ? "after" : "before"));
  }
}
