package dev.skytally.report.setting;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.satellites.Missing;
import java.io.IOException;
import java.util.List;

/** What satellites that are missing from an answer would change in its verdict. */
public interface Effect {
  /** The satellites flown by the nearest element set there is, whatever its age. */
  List<Added> added();

  /** The satellites that no element set is known of. */
  List<Missing> withoutElements();

  /** For people, to follow the names of the missing satellites. */
  String text();

  /** Writes the verdict with these satellites as fields of the current object. */
  void writeFigures(JsonGenerator json) throws IOException;
}
