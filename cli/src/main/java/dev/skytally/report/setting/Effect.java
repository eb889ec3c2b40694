package dev.skytally.report.setting;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.satellites.Missing;
import dev.skytally.selection.FilledGaps.Added;
import java.io.IOException;
import java.util.List;

/** What satellites that are missing from an answer would change in its verdict. */
public interface Effect {
  /** The missing satellites that count in addition, by their nearest usable element sets. */
  List<Added> added();

  /** The satellites without a usable element set. */
  List<Missing> withoutElements();

  /** For people, to follow the names of the missing satellites. */
  String text();

  /** Writes the verdict with these satellites as fields of the current object. */
  void writeFigures(JsonGenerator json) throws IOException;
}
