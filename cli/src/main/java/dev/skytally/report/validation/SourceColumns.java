package dev.skytally.report.validation;

import dev.skytally.report.Column;
import dev.skytally.validation.Validation.Entry;
import java.nio.file.Path;
import java.util.List;

/** The columns that name a source of element sets. */
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
}
