package dev.skytally.report.setting;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.satellites.Missing;
import dev.skytally.selection.FilledGaps.Added;
import java.io.IOException;
import java.util.List;

/** The change of a verdict if missing satellites were added. */
public interface Effect {
  /** Returns the satellites that could be added, each with its nearest element set. */
  List<Added> added();

  /** Returns the satellites without a usable element set. */
  List<Missing> withoutElements();

  /** Returns the change in English words, which follow the names of the missing satellites. */
  String text();

  /** Writes the verdict with these satellites as fields of the current object. */
  void writeFigures(JsonGenerator json) throws IOException;
}
